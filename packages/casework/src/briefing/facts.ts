import {
  listPeriodCases,
  listPeriodCriticism,
  listPeriodItems,
  listPeriodOutcomes,
  listPeriodSilence,
  type PeriodCaseRow,
  type PeriodItemRow,
  type PeriodOutcomeRow,
  type PeriodSilenceRow,
  type Queryable,
  type Span,
} from '@lamro/database';

/** What the ledger holds about a span of time. */
export interface Facts {
  readonly span: Span;
  readonly items: readonly PeriodItemRow[];
  readonly criticism: readonly PeriodItemRow[];
  readonly cases: readonly PeriodCaseRow[];
  readonly outcomes: readonly PeriodOutcomeRow[];
  readonly silence: readonly PeriodSilenceRow[];
}

/**
 * Reads a span.
 *
 * @param bodyLength most characters of each text; 0 where only counts are wanted
 */
export async function readFacts(db: Queryable, span: Span, bodyLength: number): Promise<Facts> {
  return {
    span,
    items: await listPeriodItems(db, span, bodyLength),
    criticism: await listPeriodCriticism(db, span, bodyLength),
    cases: await listPeriodCases(db, span),
    outcomes: await listPeriodOutcomes(db, span),
    silence: await listPeriodSilence(db, span),
  };
}
