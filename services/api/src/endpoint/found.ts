import { CallRefused } from '../problem/problem.ts';

/** The row. @throws CallRefused `not-found` where there is none */
export function found<Row>(row: Row | null | undefined): Row {
  if (row === null || row === undefined) throw new CallRefused('not-found');
  return row;
}
