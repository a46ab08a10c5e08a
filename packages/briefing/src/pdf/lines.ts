import type { Unit } from './units.ts';

export interface Line {
  readonly units: readonly Unit[];
  /** Without the blank at its end. */
  readonly width: number;
  /** Left of its first unit, in points from the left of the text. */
  readonly indent: number;
  /** Whether a paragraph ends with it; such a line is not stretched. */
  readonly last: boolean;
}

/** Fills lines of a width one after the other; the first is shorter by `indent`. */
export function fillLines(units: readonly Unit[], width: number, indent = 0): Line[] {
  const lines: Line[] = [];
  let taken: Unit[] = [];
  let length = 0;
  let shift = indent;
  const finish = (last: boolean) => {
    const end = taken.at(-1)?.blank ?? 0;
    lines.push({ units: taken, width: length - end, indent: shift, last });
    taken = [];
    length = 0;
    shift = 0;
  };
  for (const unit of units) {
    if (taken.length > 0 && shift + length + unit.width > width + 0.01) finish(false);
    taken.push(unit);
    length += unit.width + unit.blank;
  }
  finish(true);
  return lines;
}

/** Units in the order in which they stand on the paper: neighbours that are read from right to left change places. */
export function visualOrder(units: readonly Unit[]): Unit[] {
  const ordered: Unit[] = [];
  let run: Unit[] = [];
  for (const unit of units) {
    if (unit.rightToLeft) run.unshift(unit);
    else {
      ordered.push(...run, unit);
      run = [];
    }
  }
  return [...ordered, ...run];
}
