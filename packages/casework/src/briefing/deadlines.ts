import type { PeriodCaseRow } from '@lamro/database';
import type { briefingDeadlineSchema } from '@lamro/domain';
import type { z } from 'zod';

export type BriefingDeadline = z.infer<typeof briefingDeadlineSchema>;

/** Deadlines of a case with how each went; `at` is the moment from which it is looked at. */
export function judgeDeadlines(row: PeriodCaseRow, labelOf: (rule: string) => string, at: Date): BriefingDeadline[] {
  return row.deadlines.map(({ rule, dueAt, metAt }) => ({
    rule,
    label: labelOf(rule),
    dueAt: new Date(dueAt).toISOString(),
    metAt: metAt === null ? null : new Date(metAt).toISOString(),
    kept: keptBy(new Date(dueAt), metAt === null ? null : new Date(metAt), at),
  }));
}

function keptBy(dueAt: Date, metAt: Date | null, at: Date): boolean | null {
  if (metAt !== null) return metAt <= dueAt;
  return dueAt < at ? false : null;
}
