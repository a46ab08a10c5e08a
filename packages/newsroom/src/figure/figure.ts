import { randomFor } from '../random/random.ts';

/** Values by key, as one edition uses them. */
export type Figures = ReadonlyMap<string, number>;

/**
 * Reads a table of figures and gives their values for a seed. Lines: `key = 2.85e9` (optional `max 95`), `key = other * 1.3`
 * (rounded like `other`), `key = a + b`, `key = a - b`. Without a seed the written values hold; with one each written value
 * moves by a factor of its own and everything derived from it follows, so what agreed agrees and what contradicted contradicts.
 * Throws on a line that it cannot read, naming the line.
 */
export function readFigures(table: string, seed: number | undefined): Figures {
  const values = new Map<string, number>();
  const digits = new Map<string, number>();
  for (const line of table.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [key, expression] = line.split('=').map((part) => part.trim());
    if (!key || !expression) throw new Error(`Figure line is not "key = value": ${line}`);
    if (values.has(key)) throw new Error(`Figure ${key} stands twice in its table`);
    const [value, precision] = evaluate(key, expression, values, digits, seed);
    values.set(key, value);
    digits.set(key, precision);
  }
  return values;
}

function evaluate(
  key: string,
  expression: string,
  values: Figures,
  digits: ReadonlyMap<string, number>,
  seed: number | undefined,
): [number, number] {
  const written = /^([\d.e+]+)(?:\s+max\s+(\d+))?$/.exec(expression);
  if (written) {
    const base = Number(written[1]);
    const precision = significantDigits(base);
    return [seed === undefined ? base : moved(key, base, precision, Number(written[2] ?? Infinity), seed), precision];
  }
  const derived = /^([\w.-]+)\s+([*+-])\s+([\w.-]+)$/.exec(expression);
  const left = values.get(derived?.[1] ?? '');
  const operand = derived?.[3] ?? '';
  const right = values.get(operand) ?? Number(operand);
  if (left === undefined || Number.isNaN(right))
    throw new Error(`Figure ${key} rests on an unknown one: ${expression}`);
  const precision = digits.get(derived?.[1] ?? '') ?? 3;
  if (derived?.[2] === '*') return [rounded(left * right, Math.max(2, precision), left), precision];
  return [clean(derived?.[2] === '+' ? left + right : left - right), precision];
}

function moved(key: string, base: number, precision: number, max: number, seed: number): number {
  const random = randomFor(seed, key);
  if (Number.isInteger(base) && base < 10) return base + 1 + Math.floor(random() * 5);
  const draw = random();
  const factor = draw < 0.5 ? 0.62 + draw * 0.5 : 1.12 + (draw - 0.5) * 0.9;
  const value = rounded(base * factor, Math.max(2, precision), base);
  return value > max ? rounded(base * 0.8, Math.max(2, precision), base) : value;
}

/** Keeps whole things whole: a count of people never becomes a fraction. */
function rounded(value: number, precision: number, like: number): number {
  const short = Number(value.toPrecision(precision));
  return Number.isInteger(like) ? Math.max(1, Math.round(short)) : clean(short);
}

function clean(value: number): number {
  return Number(value.toPrecision(12));
}

function significantDigits(value: number): number {
  return value.toExponential().split('e')[0]?.replace('.', '').length ?? 1;
}
