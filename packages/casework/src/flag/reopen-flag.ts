import { type Actor, may } from '@lamro/access';
import { changeFlagState, findFlagCase, insertReview, lockFlags } from '@lamro/database';
import { z } from 'zod';
import { parseInput } from '../refusal/parse-input.ts';
import { CommandRefused } from '../refusal/refusal.ts';
import type { Context } from '../scope/context.ts';
import { idSchema, reasonSchema, versionSchema } from '../scope/on-case.ts';
import { transact } from '../scope/transact.ts';
import { type FlagResult, withdrawnFlag } from './review-flag.ts';

const reopenSchema = z.object({
  flagId: idSchema,
  reason: reasonSchema,
  expectedVersion: versionSchema.optional(),
});
export type ReopenFlagInput = z.input<typeof reopenSchema>;

/**
 * Takes a decided flag up again; a flag that a case rests on is reopened through its case.
 *
 * @throws CommandRefused
 */
export async function reopenFlag(context: Context, actor: Actor, input: ReopenFlagInput): Promise<FlagResult> {
  const wanted = parseInput(reopenSchema, input);
  return transact(context, async (db) => {
    const [flag] = await lockFlags(db, [wanted.flagId]);
    if (flag === undefined || flag.profile !== actor.profile) {
      throw new CommandRefused(
        'not-found',
        `Không có cảnh báo ${wanted.flagId} trong tỉnh của bạn: hãy kiểm tra lại địa chỉ.`,
      );
    }
    const decision = may(actor, 'flag.reopen', { profile: flag.profile });
    if (!decision.allowed) throw new CommandRefused('forbidden', decision.why, { whoMay: decision.whoMay });
    if (wanted.expectedVersion !== undefined && wanted.expectedVersion !== flag.version) {
      throw new CommandRefused('conflict', 'Cảnh báo vừa được người khác thay đổi: hãy tải lại trang.', {
        currentVersion: flag.version,
      });
    }
    if (flag.state === 'withdrawn') throw withdrawnFlag();
    if (flag.state === 'open')
      throw new CommandRefused('wrong-state', 'Cảnh báo đang chờ thẩm định: không cần mở lại.');
    const number = await findFlagCase(db, flag.id);
    if (number !== null) {
      throw new CommandRefused('wrong-state', `Cảnh báo là căn cứ của hồ sơ ${number}: hãy xử lý trong hồ sơ đó.`);
    }
    const at = context.clock.now();
    const reviewId = await insertReview(db, {
      profile: flag.profile,
      flagId: flag.id,
      decision: 'reopened',
      verdict: null,
      reason: wanted.reason,
      signalsKept: [],
      signalsStruck: [],
      reviewerId: actor.id,
      reviewerRole: actor.role,
      at,
    });
    const version = await changeFlagState(db, { id: flag.id, state: 'open', at });
    return { flagId: flag.id, state: 'open', version, reviewId };
  });
}
