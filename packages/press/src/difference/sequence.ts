/** One step from one sequence to another. */
export interface Step<T> {
  readonly kind: 'same' | 'removed' | 'added';
  readonly items: readonly T[];
}

/** Beyond this many differing places the middle is given as one removal and one addition: the cost grows with its square. */
const MOST_EDITS = 1500;

/** The shortest way from `before` to `after` (Myers, 1986), neighbours of one kind joined. Linear where little changed. */
export function compareSequences<T>(before: readonly T[], after: readonly T[]): Step<T>[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = 0;
  while (end < before.length - start && end < after.length - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const a = before.slice(start, before.length - end);
  const b = after.slice(start, after.length - end);
  const middle = a.length === 0 || b.length === 0 ? wholesale(a, b) : (shortest(a, b) ?? wholesale(a, b));
  return join([
    { kind: 'same', items: before.slice(0, start) },
    ...middle,
    { kind: 'same', items: before.slice(before.length - end) },
  ]);
}

function wholesale<T>(a: readonly T[], b: readonly T[]): Step<T>[] {
  return [
    { kind: 'removed', items: a },
    { kind: 'added', items: b },
  ];
}

function shortest<T>(a: readonly T[], b: readonly T[]): Step<T>[] | null {
  const limit = Math.min(MOST_EDITS, a.length + b.length);
  let reach = new Int32Array(2 * limit + 3);
  const trace: Int32Array[] = [];
  for (let edits = 0; edits <= limit; edits++) {
    trace.push(reach.slice(limit + 1 - edits - 1, limit + 1 + edits + 2));
    for (let k = -edits; k <= edits; k += 2) {
      const down = k === -edits || (k !== edits && at(reach, limit + k) < at(reach, limit + k + 2));
      let x = down ? at(reach, limit + k + 2) : at(reach, limit + k) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      reach[limit + 1 + k] = x;
      if (x >= a.length && x - k >= b.length) return walkBack(a, b, trace, edits);
    }
    reach = reach.slice();
  }
  return null;
}

function walkBack<T>(a: readonly T[], b: readonly T[], trace: readonly Int32Array[], edits: number): Step<T>[] {
  const steps: Step<T>[] = [];
  let x = a.length;
  let y = b.length;
  for (let d = edits; d > 0; d--) {
    const reach = trace[d];
    if (reach === undefined) break;
    const k = x - y;
    const down = k === -d || (k !== d && at(reach, k + d) < at(reach, k + d + 2));
    const before = down ? k + 1 : k - 1;
    const fromX = at(reach, before + d + 1);
    const fromY = fromX - before;
    const turnX = down ? fromX : fromX + 1;
    if (x > turnX) steps.push({ kind: 'same', items: a.slice(turnX, x) });
    steps.push(
      down
        ? { kind: 'added', items: b.slice(fromY, fromY + 1) }
        : { kind: 'removed', items: a.slice(fromX, fromX + 1) },
    );
    [x, y] = [fromX, fromY];
  }
  if (x > 0) steps.push({ kind: 'same', items: a.slice(0, x) });
  return steps.reverse();
}

function at(values: Int32Array, index: number): number {
  return values[index] ?? 0;
}

function join<T>(steps: readonly Step<T>[]): Step<T>[] {
  const joined: { kind: Step<T>['kind']; items: T[] }[] = [];
  for (const step of steps) {
    if (step.items.length === 0) continue;
    const last = joined.at(-1);
    if (last?.kind === step.kind) last.items.push(...step.items);
    else joined.push({ kind: step.kind, items: [...step.items] });
  }
  return joined;
}
