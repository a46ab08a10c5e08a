import { findReadingBefore, type PeriodCaseRow, type Queryable } from '@lamro/database';
import type { BriefingCase, BriefingContent } from '@lamro/domain';
import type { Procedure } from '../procedure/procedure.ts';
import { judgeDeadlines } from './deadlines.ts';
import { domesticOf, entriesOf, foreignOf, itemOf } from './entries.ts';
import { readFacts } from './facts.ts';
import { chartsOf, figuresOf } from './figures.ts';
import { type Period, periodBefore } from './period.ts';
import { proposalsOf } from './proposals.ts';
import { cut } from './summary.ts';

/** Enough of a text to find the sentences that carry the story. */
const BODY_LENGTH = 6000;
const ANSWER_LENGTH = 1500;

/**
 * Everything that a briefing about a period says, from the ledger as it stands.
 *
 * @param procedure of the province: names of its agencies and deadlines
 */
export async function readContent(
  db: Queryable,
  profile: string,
  period: Period,
  procedure: Procedure,
  at: Date,
): Promise<BriefingContent> {
  const readBefore = await findReadingBefore(db, profile, period.from);
  // A briefing issued on Friday has not seen the weekend: nothing falls between two of them.
  const readFrom = readBefore !== null && readBefore < period.from ? readBefore : period.from;
  const facts = await readFacts(db, { profile, from: readFrom, to: period.to }, BODY_LENGTH);
  const before = await readFacts(db, { profile, ...periodBefore(period) }, 0);
  const cases = facts.cases.map((row) => caseOf(row, procedure, period, at));
  const outcomes = facts.outcomes.map((row) => ({ ...row, confirmedAt: row.confirmedAt.toISOString() }));
  const silentSources = facts.silence.map((row) => ({
    ...row,
    lastNewItemAt: row.lastNewItemAt?.toISOString() ?? null,
  }));
  const seen = new Set(facts.items.map((item) => item.articleId));
  return {
    profile,
    period: { label: period.label, kind: period.kind, from: period.from.toISOString(), to: period.to.toISOString() },
    readFrom: readFrom.toISOString(),
    compiledAt: at.toISOString(),
    overview: '',
    figures: figuresOf(facts, before),
    charts: chartsOf(facts),
    domestic: domesticOf(facts.items),
    foreign: foreignOf(facts.items),
    cases,
    outcomes,
    criticism: entriesOf(facts.criticism, (item) => item.articleId),
    silentSources,
    proposals: proposalsOf(cases, outcomes, silentSources),
    annex: [...facts.items, ...facts.criticism.filter((item) => !seen.has(item.articleId))].map(itemOf),
    correction: null,
  };
}

/** A case as documents tell of it. */
export function caseOf(row: PeriodCaseRow, procedure: Procedure, period: Pick<Period, 'from'>, at: Date): BriefingCase {
  return {
    caseId: row.caseId,
    number: row.number,
    title: row.title,
    state: row.state,
    leadAgency: row.leadAgency === null ? null : (procedure.agencyName(row.leadAgency) ?? row.leadAgency),
    openedAt: row.openedAt.toISOString(),
    isNew: row.openedAt >= period.from,
    quotes: [...row.quotes],
    answers: row.answers.map((answer) => ({
      ...answer,
      body: cut(answer.body.replaceAll(/\s+/g, ' ').trim(), ANSWER_LENGTH),
      releasedAt: new Date(answer.releasedAt).toISOString(),
    })),
    deadlines: judgeDeadlines(row, procedure.ruleName, at),
    comment: '',
    included: true,
  };
}
