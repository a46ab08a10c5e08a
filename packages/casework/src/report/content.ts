import type { Queryable } from '@lamro/database';
import type { BRIEFING_FIGURES, PeriodReportContent, ReportTask } from '@lamro/domain';
import { caseOf } from '../briefing/content.ts';
import { itemOf } from '../briefing/entries.ts';
import { readFacts } from '../briefing/facts.ts';
import { figuresOf } from '../briefing/figures.ts';
import { dayPeriod, periodBefore } from '../briefing/period.ts';
import type { Procedure } from '../procedure/procedure.ts';
import { CommandRefused } from '../refusal/refusal.ts';
import type { ReportingDuty, ReportPeriod } from './duty.ts';

/** Figures that stand in the table of plan and results. */
const PLANNED: readonly (typeof BRIEFING_FIGURES)[number][] = [
  'items',
  'foreign',
  'distorted',
  'cases-opened',
  'cases-answered',
  'deadlines-kept',
  'deadlines-missed',
  'outcomes',
];

export interface ReportQuestion {
  readonly profile: string;
  readonly duty: ReportingDuty;
  readonly period: ReportPeriod;
  readonly lastDay: string | null;
  readonly at: Date;
}

/**
 * Everything that a period report says, from the ledger as it stands.
 *
 * @throws CommandRefused `invalid-input` for days that are no period
 */
export async function readReport(
  db: Queryable,
  { profile, duty, period, lastDay, at }: ReportQuestion,
  procedure: Procedure,
): Promise<PeriodReportContent> {
  const span = dayPeriod(period.from, period.to);
  if (span === null || span.from > at)
    throw new CommandRefused('invalid-input', `Kỳ báo cáo ${period.label} chưa bắt đầu hoặc dài quá một năm.`);
  const facts = await readFacts(db, { profile, from: span.from, to: span.to }, 0);
  const figures = figuresOf(facts, await readFacts(db, { profile, ...periodBefore(span) }, 0));
  const seen = new Set(facts.items.map((item) => item.articleId));
  const { key, kind, to, via, clause, summary } = duty;
  return {
    profile,
    duty: { key, kind, to, via, clause, summary },
    period,
    lastDay,
    compiledAt: at.toISOString(),
    overview: '',
    figures,
    plan: PLANNED.map((figure): ReportTask => ({ task: '', planned: '', result: '', figure })),
    cases: facts.cases.map((row) => caseOf(row, procedure, span, at)),
    outcomes: facts.outcomes.map((row) => ({ ...row, confirmedAt: row.confirmedAt.toISOString() })),
    items: [...facts.items, ...facts.criticism.filter((item) => !seen.has(item.articleId))].map(itemOf),
    difficulties: '',
    proposals: '',
  };
}

/** Facts read anew, with the words that people put into the draft before. */
export function keepReportWords(old: PeriodReportContent, fresh: PeriodReportContent): PeriodReportContent {
  const { overview, plan, difficulties, proposals } = old;
  return { ...fresh, overview, plan, difficulties, proposals };
}
