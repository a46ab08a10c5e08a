import { type Actor, may } from '@lamro/access';
import {
  findRecordsCiting,
  insertAuditEntry,
  lockRecord,
  lockRowVersion,
  withdrawRecord as writeWithdrawal,
} from '@lamro/database';
import { z } from 'zod';
import { parseInput } from '../refusal/parse-input.ts';
import { CommandRefused } from '../refusal/refusal.ts';
import { authorOf } from '../scope/author.ts';
import type { Context } from '../scope/context.ts';
import { idSchema, reasonSchema, versionSchema } from '../scope/on-case.ts';
import { transact } from '../scope/transact.ts';
import { checkVersion } from '../scope/version.ts';
import { type Consequences, drawConsequences } from './consequences.ts';

const withdrawSchema = z.object({
  recordId: idSchema,
  reason: reasonSchema,
  expectedVersion: versionSchema.optional(),
});
export type WithdrawRecordInput = z.input<typeof withdrawSchema>;

/**
 * Withdraws an official record: it is evidence for nothing any more, neither is a clarification that cites it, and what
 * rested on them is reopened.
 *
 * @throws CommandRefused
 */
export async function withdrawRecord(
  context: Context,
  actor: Actor,
  input: WithdrawRecordInput,
): Promise<Consequences> {
  const { recordId, reason, expectedVersion } = parseInput(withdrawSchema, input);
  return transact(context, async (db) => {
    const found = await lockRecord(db, recordId);
    if (found === null || found.profile !== actor.profile) {
      throw new CommandRefused(
        'not-found',
        `Không có thông tin chính thức ${recordId} trong tỉnh của bạn: hãy tải lại trang.`,
      );
    }
    const decision = may(actor, 'record.withdraw', {
      profile: found.profile,
      agencies: sourceOf(context, actor, found.source),
    });
    if (!decision.allowed) throw new CommandRefused('forbidden', decision.why, { whoMay: decision.whoMay });
    checkVersion(await lockRowVersion(db, 'record', found), expectedVersion, 'Thông tin này');
    if (found.withdrawnAt !== null) throw new CommandRefused('wrong-state', 'Thông tin này đã được thu hồi trước đó.');
    const at = context.clock.now();
    await writeWithdrawal(db, { id: found.id, by: actor.id, reason, at });
    await insertAuditEntry(db, {
      profile: found.profile,
      actorId: actor.id,
      actorRole: actor.role,
      action: 'withdraw-record',
      objectKind: 'official-record',
      objectId: found.id,
      detail: {},
      at,
    });
    const fallen = await findRecordsCiting(db, found.id);
    for (const id of fallen) await writeWithdrawal(db, { id, by: actor.id, reason, at });
    const ground = { recordIds: [found.id, ...fallen], releaseId: null };
    return drawConsequences({
      context,
      db,
      author: authorOf(actor),
      profile: found.profile,
      reason,
      ground,
      except: null,
    });
  });
}

/** Records name their source in words: it is the actor's agency where the province calls that agency so. */
function sourceOf(context: Context, actor: Actor, source: string): readonly string[] {
  const { agency } = actor;
  if (agency === null) return [source];
  return context.procedure(actor.profile).agencyName(agency) === source ? [source, agency] : [source];
}
