import {
  changeFlagState,
  changeResponseStates,
  findCasesRestingOn,
  findFlagsRestingOn,
  insertReview,
  listResponses,
  lockCase,
  lockFlags,
  notifyAccounts,
  type Queryable,
} from '@lamro/database';
import { type CaseState, nextCaseState } from '@lamro/domain';
import { caseNotices, clockNotices } from '@lamro/wording';
import { tell } from '../notice/tell.ts';
import type { Author } from '../scope/author.ts';
import { startClock, stopClock } from '../scope/clock.ts';
import type { Context } from '../scope/context.ts';
import { openScope, record, type Scope } from '../scope/scope.ts';

/** What fell away. */
export interface Ground {
  readonly recordIds: readonly string[];
  readonly releaseId: string | null;
}

export interface Consequences {
  readonly flags: readonly string[];
  readonly cases: readonly string[];
}

interface Withdrawal {
  readonly context: Context;
  readonly db: Queryable;
  readonly author: Author;
  readonly profile: string;
  readonly reason: string;
  readonly ground: Ground;
  /** The case whose own release was withdrawn: it has its event already. */
  readonly except: string | null;
}

/** Reopens every flag and case that rested on what was withdrawn, and tells their owners. */
export async function drawConsequences(withdrawal: Withdrawal): Promise<Consequences> {
  const flags: string[] = [];
  for (const recordId of withdrawal.ground.recordIds) flags.push(...(await reopenFlags(withdrawal, recordId)));
  const resting = await findCasesRestingOn(withdrawal.db, withdrawal.ground);
  const cases = resting.filter((id) => id !== withdrawal.except);
  for (const id of cases) await disturb(withdrawal, id);
  return { flags, cases };
}

async function reopenFlags(withdrawal: Withdrawal, recordId: string): Promise<readonly string[]> {
  const { db, author, profile, reason } = withdrawal;
  const at = withdrawal.context.clock.now();
  const fallen = (await findFlagsRestingOn(db, recordId)).filter((flag) => !flag.stillEvidenced).map((flag) => flag.id);
  for (const flag of await lockFlags(db, fallen)) {
    await insertReview(db, {
      profile,
      flagId: flag.id,
      decision: 'reopened',
      verdict: null,
      reason,
      signalsKept: [],
      signalsStruck: [],
      reviewerId: author.id,
      reviewerRole: author.role,
      at,
    });
    const version = await changeFlagState(db, { id: flag.id, state: 'open', at });
    await notifyAccounts(db, {
      profile,
      roles: ['analyst'],
      agencies: [],
      except: author.id,
      kind: 'flag-reopened',
      ...clockNotices.flagReopened(flag.id, reason),
      link: `/flags/${flag.id}`,
      dedupeKey: `flag:${flag.id}:${version}:flag-reopened`,
    });
  }
  return fallen;
}

async function disturb(withdrawal: Withdrawal, caseId: string): Promise<void> {
  const { context, db, author, ground, reason } = withdrawal;
  const row = await lockCase(db, caseId);
  if (row === null) return;
  const scope = openScope(db, row, context.procedure(row.profile), author, context.clock.now());
  const toState = stateAfter(row.state);
  if (toState === 'sent-back') await sendResponsesBack(scope);
  const evidence = { records: ground.recordIds, release: ground.releaseId };
  const result = await record(scope, { command: 'ground-withdrawn', toState, reason, evidence });
  await tell(scope, result.seq, {
    kind: 'ground-withdrawn',
    roles: ['analyst', 'officer', 'leader', 'coordinator'],
    agencies: [row.leadAgency, row.dossierAgency].filter((agency) => agency !== null),
    ...caseNotices.groundWithdrawn(row.number, row.title),
  });
}

/** An ended case is taken up again, an answer on its way out goes back; elsewhere the people at work are told. */
function stateAfter(state: CaseState): CaseState {
  if (state === 'closed') return nextCaseState(state, 'reopen') ?? state;
  return nextCaseState(state, 'reconsider') ?? state;
}

async function sendResponsesBack(scope: Scope): Promise<void> {
  const responses = await listResponses(scope.db, scope.row.id);
  const ids = responses.filter(({ state }) => state === 'submitted' || state === 'approved').map(({ id }) => id);
  await changeResponseStates(scope.db, { ids, state: 'sent-back', by: scope.author.id, at: scope.at });
  await stopClock(scope, 'approve');
  await startClock(scope, 'draft');
}
