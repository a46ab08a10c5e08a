import {
  finishRevision,
  insertClaims,
  insertJudgement,
  insertSignals,
  type JudgedBy,
  keepJudgement,
  listItem,
  markVersionJudged,
  type Queryable,
  type RevisionOutcome,
  raiseFlag,
  replaceJudgement,
  reviseFlag,
  type StandingJudgement,
} from '@lamro/database';
import type { Judgement } from '@lamro/domain';

export interface JudgedVersionIds {
  readonly profile: string;
  readonly articleId: string;
  readonly versionId: string;
  readonly storyId: string | null;
}

/**
 * Writes what was found about a locked version. Where it was judged before, the new judgement takes the old one's place, unless a
 * person decided on its flag: then everything that people saw stays, and what was found is only noted.
 */
export async function writeJudgement(
  db: Queryable,
  ids: JudgedVersionIds,
  by: JudgedBy,
  standing: StandingJudgement,
  judgement: Judgement,
): Promise<RevisionOutcome> {
  const { versionId } = ids;
  const { ruleSet } = by;
  if (standing.reviewed) {
    await keepJudgement(db, versionId, by);
    await close(db, versionId);
    const found = { flag: judgement.flag, verdictSuggestion: judgement.verdictSuggestion, signals: judgement.signals };
    const { flagId } = standing;
    await finishRevision(db, { versionId, ruleSet, outcome: 'noted', flagId, before: null, found });
    return 'noted';
  }
  if (standing.judgement === null) await insertJudgement(db, { ...ids, ...by }, judgement);
  else await replaceJudgement(db, versionId, by, judgement);
  await insertClaims(db, ids, judgement.claims);
  await insertSignals(db, ids, judgement.signals);
  const { flagId, outcome } = await settleFlag(db, ids, by, standing, judgement);
  await close(db, versionId);
  const before = standing.judgement;
  await finishRevision(db, { versionId, ruleSet, outcome, flagId, before, found: null });
  return outcome;
}

async function close(db: Queryable, versionId: string): Promise<void> {
  await listItem(db, versionId);
  await markVersionJudged(db, versionId);
}

/** A flag follows its evidence as long as nobody has reviewed it. */
async function settleFlag(
  db: Queryable,
  ids: JudgedVersionIds,
  { ruleSet }: JudgedBy,
  standing: StandingJudgement,
  { flag: { raised, score }, verdictSuggestion }: Judgement,
): Promise<{ flagId: string | null; outcome: RevisionOutcome }> {
  const first = standing.judgement === null;
  const { flagId, flagState } = standing;
  if (flagId === null) {
    const raisedId = raised ? await raiseFlag(db, { ...ids, score, verdictSuggestion }) : null;
    return { flagId: raisedId, outcome: first ? 'first' : raised ? 'raised' : 'unchanged' };
  }
  const wasWithdrawn = flagState === 'withdrawn';
  if (!raised && wasWithdrawn) return { flagId, outcome: 'unchanged' };
  await reviseFlag(db, { flagId, score, verdictSuggestion, withdrawnBy: raised ? null : ruleSet });
  return { flagId, outcome: raised ? (wasWithdrawn ? 'restored' : 'kept') : 'withdrawn' };
}
