import { numerals, writesDecimalComma } from './numerals.ts';

/** A number as read from text: its value, a second reading where separators are ambiguous, and the size of its last stated digit. */
export interface ReadNumber {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly alternate: number | null;
  readonly step: number;
  /** Written in words only, so that it counts only beside a unit. */
  readonly worded: boolean;
  /** "Thousands of", "hàng trăm": only the order of magnitude is stated. */
  readonly vague: boolean;
  /** "500 กว่าล้าน": and some more, said inside the number. */
  readonly more?: true;
}

/** A number in digits, its separators read. */
export interface Literal {
  readonly end: number;
  readonly value: number;
  readonly alternate: number | null;
  readonly step: number;
}

const LITERAL = /\d{1,3}(?:\.\d{3})+(?:,\d+)?(?!\d)|\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:[.,]\d+)?/y;
const SPACED_LITERAL = /\d{1,3}(?: \d{3})+(?:,\d+)?(?!\d)/y;

/** Reads digits with their separators: "1.234,5", "1,234.5", "1 234,5". Ambiguous separators keep a second reading. */
export function readLiteral(plain: string, at: number, language: string): Literal | null {
  if (numerals.spacedGroups.includes(language)) {
    SPACED_LITERAL.lastIndex = at;
    const spaced = SPACED_LITERAL.exec(plain)?.[0];
    if (spaced !== undefined) return literal(at, spaced, spaced.replaceAll(' ', '').replace(',', '.'), null);
  }
  LITERAL.lastIndex = at;
  const text = LITERAL.exec(plain)?.[0];
  if (text === undefined) return null;
  const separators = text.replace(/\d/g, '');
  if (separators.length === 0) return literal(at, text, text, null);
  const last = separators.at(-1) ?? '';
  const grouped = text.replaceAll(/[.,]/g, '');
  if (separators.length > 1) {
    const decimal = new Set(separators).size > 1 ? last : null;
    return literal(at, text, decimal === null ? grouped : joinDecimal(text, decimal), null);
  }
  const decimals = text.length - text.indexOf(last) - 1;
  if (decimals !== 3 || text.startsWith('0')) return literal(at, text, joinDecimal(text, last), null);
  const decimalMark = writesDecimalComma(language) ? ',' : '.';
  const asDecimal = joinDecimal(text, last);
  const grouping = last !== decimalMark || numerals.eitherSeparator.includes(language);
  return !grouping ? literal(at, text, asDecimal, Number(grouped)) : literal(at, text, grouped, Number(asDecimal));
}

function joinDecimal(text: string, mark: string): string {
  const at = text.lastIndexOf(mark);
  return `${text.slice(0, at).replaceAll(/[.,]/g, '')}.${text.slice(at + 1)}`;
}

function literal(at: number, text: string, number: string, alternate: number | null): Literal {
  const decimals = number.includes('.') ? number.length - number.indexOf('.') - 1 : 0;
  return { end: at + text.length, value: Number(number), alternate, step: 10 ** -decimals };
}

/** The last stated digit of a number in words: its largest power of ten that divides it. */
export function lastStatedDigit(value: number): number {
  let step = 1;
  while (value % (step * 10) === 0 && step < 1e12) step *= 10;
  return step;
}
