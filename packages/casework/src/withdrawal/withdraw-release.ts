import type { Actor } from '@lamro/access';
import {
  cancelOutletChecks,
  changeResponseStates,
  findRecordsOfRelease,
  listReleases,
  markResponsePublic,
  withdrawRecord,
  withdrawRelease as writeWithdrawal,
} from '@lamro/database';
import { CASE_STATES, type CaseState, nextCaseState } from '@lamro/domain';
import { caseNotices } from '@lamro/wording';
import { z } from 'zod';
import { tell } from '../notice/tell.ts';
import { parseInput } from '../refusal/parse-input.ts';
import { CommandRefused } from '../refusal/refusal.ts';
import type { Context } from '../scope/context.ts';
import { caseInput, idSchema, onCase, reasonSchema } from '../scope/on-case.ts';
import { type CaseResult, record, type Scope } from '../scope/scope.ts';
import { type Consequences, drawConsequences } from './consequences.ts';

const withdrawSchema = z.object({ ...caseInput, releaseId: idSchema, reason: reasonSchema });
export type WithdrawReleaseInput = z.input<typeof withdrawSchema>;

/** A reopened case may have a release of an earlier round out in every state; in a retracted one nothing is out. */
const ONCE_RELEASED = CASE_STATES.filter((state) => state !== 'retracted');

/**
 * Takes a release back. With the last one the case is retracted, or taken up again where it had ended; whatever
 * rested on it is reopened.
 *
 * @throws CommandRefused
 */
export async function withdrawRelease(
  context: Context,
  actor: Actor,
  input: WithdrawReleaseInput,
): Promise<CaseResult & { readonly consequences: Consequences }> {
  const wanted = parseInput(withdrawSchema, input);
  const spec = { right: 'case.withdraw-release', concern: 'lead', from: ONCE_RELEASED } as const;
  return onCase(context, actor, wanted, spec, async (scope) => {
    const { db, row, at, author } = scope;
    const withdrawal = { caseId: row.id, id: wanted.releaseId, by: actor.id, reason: wanted.reason, at };
    const responseId = await writeWithdrawal(db, withdrawal);
    if (responseId === null) {
      throw new CommandRefused(
        'not-found',
        `Hồ sơ này không có lần phát hành ${wanted.releaseId} còn hiệu lực: hãy tải lại trang.`,
      );
    }
    const last = await takeBack(scope, responseId);
    const evidence = { release: wanted.releaseId, response: responseId };
    const toState = last ? stateAfter(row.state) : row.state;
    const result = await record(scope, { command: 'withdraw-release', toState, reason: wanted.reason, evidence });
    await tellOwners(scope, result.seq);
    const recordIds = await findRecordsOfRelease(db, wanted.releaseId);
    for (const id of recordIds) await withdrawRecord(db, { id, by: actor.id, reason: wanted.reason, at });
    const ground = { recordIds, releaseId: wanted.releaseId };
    const { reason } = wanted;
    const consequences = await drawConsequences({
      context,
      db,
      author,
      profile: row.profile,
      reason,
      ground,
      except: row.id,
    });
    return { ...result, consequences };
  });
}

/** A case in a new round of answering goes on with it. */
function stateAfter(state: CaseState): CaseState {
  if (state === 'closed') return nextCaseState(state, 'reopen') ?? state;
  return nextCaseState(state, 'retract') ?? state;
}

/** Returns whether nothing of the case is out any more. */
async function takeBack(scope: Scope, responseId: string): Promise<boolean> {
  const { db, row, at, author } = scope;
  const standing = (await listReleases(db, row.id)).filter((release) => release.withdrawnAt === null);
  if (!standing.some((release) => release.responseId === responseId)) {
    await changeResponseStates(db, { ids: [responseId], state: 'withdrawn', by: author.id, at });
    await markResponsePublic(db, responseId, null);
  }
  if (standing.length > 0) return false;
  await cancelOutletChecks(db, row.id);
  return true;
}

async function tellOwners(scope: Scope, seq: number): Promise<void> {
  await tell(scope, seq, {
    kind: 'release-withdrawn',
    roles: ['analyst', 'officer', 'leader', 'coordinator'],
    agencies: scope.row.leadAgency === null ? [] : [scope.row.leadAgency],
    ...caseNotices.releaseWithdrawn(scope.row.number, scope.row.title),
  });
}
