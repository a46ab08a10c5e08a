import { type Actor, may } from '@lamro/access';
import {
  changeFlagState,
  type FlagRow,
  type FlagSignalRow,
  findFlagJudgement,
  insertReview,
  listFlagSignals,
  lockFlags,
  lockRecord,
  type Queryable,
  strikeSignals,
} from '@lamro/database';
import { type FlagState, verdictSchema } from '@lamro/domain';
import { z } from 'zod';
import { routeOfFlag } from '../opening/route-flags.ts';
import { parseInput } from '../refusal/parse-input.ts';
import { CommandRefused } from '../refusal/refusal.ts';
import type { Context } from '../scope/context.ts';
import { idSchema, reasonSchema, versionSchema } from '../scope/on-case.ts';
import { transact } from '../scope/transact.ts';

const reviewSchema = z.object({
  flagId: idSchema,
  decision: z.enum(['confirmed', 'dismissed', 'needs-evidence']),
  verdict: verdictSchema.nullable().default(null),
  reason: reasonSchema,
  /** Signals that the reviewer strikes; the others are kept. */
  struckSignals: z.array(idSchema).max(1000).default([]),
  expectedVersion: versionSchema.optional(),
});
export type ReviewFlagInput = z.input<typeof reviewSchema>;

export interface FlagResult {
  readonly flagId: string;
  readonly state: FlagState;
  readonly version: number;
  readonly reviewId: string;
}

/**
 * Records a person's decision about a flag. Confirming says "distorted" and needs a signal that stands on evidence.
 *
 * @throws CommandRefused
 */
export async function reviewFlag(context: Context, actor: Actor, input: ReviewFlagInput): Promise<FlagResult> {
  const review = parseInput(reviewSchema, input);
  return transact(context, async (db) => {
    const flag = await lockReviewable(db, context, actor, review.flagId, review.expectedVersion);
    const signals = await listFlagSignals(db, flag.articleVersionId);
    const known = new Set(signals.map((signal) => signal.id));
    const stranger = review.struckSignals.find((id) => !known.has(id));
    if (stranger !== undefined) {
      throw new CommandRefused('invalid-input', `Dấu hiệu ${stranger} không thuộc cảnh báo này: hãy tải lại trang.`);
    }
    const kept = signals.filter((signal) => !review.struckSignals.includes(signal.id));
    const verdict = checkVerdict(
      review.decision,
      review.verdict,
      review.decision === 'confirmed' && (await evidenceStands(db, kept)),
    );
    const at = context.clock.now();
    await strikeSignals(db, { versionId: flag.articleVersionId, struck: review.struckSignals, at });
    const reviewId = await insertReview(db, {
      profile: flag.profile,
      flagId: flag.id,
      decision: review.decision,
      verdict,
      reason: review.reason,
      signalsKept: kept.map((signal) => signal.id),
      signalsStruck: review.struckSignals,
      reviewerId: actor.id,
      reviewerRole: actor.role,
      at,
    });
    const version = await changeFlagState(db, { id: flag.id, state: review.decision, at });
    return { flagId: flag.id, state: review.decision, version, reviewId };
  });
}

async function lockReviewable(
  db: Queryable,
  context: Context,
  actor: Actor,
  flagId: string,
  expectedVersion: number | undefined,
): Promise<FlagRow> {
  const flag = (await lockFlags(db, [flagId]))[0];
  if (flag === undefined || flag.profile !== actor.profile) {
    throw new CommandRefused('not-found', `Không có cảnh báo ${flagId} trong tỉnh của bạn: hãy kiểm tra lại địa chỉ.`);
  }
  const judgement = await findFlagJudgement(db, flag.articleVersionId);
  const route = routeOfFlag(context.procedure(flag.profile), flag, judgement);
  const agencies = route === null ? [] : [route.lead, route.dossier, ...route.coordinate].filter((id) => id !== null);
  const decision = may(actor, 'flag.review', { profile: flag.profile, agencies });
  if (!decision.allowed) throw new CommandRefused('forbidden', decision.why, { whoMay: decision.whoMay });
  if (expectedVersion !== undefined && expectedVersion !== flag.version) {
    throw new CommandRefused('conflict', 'Cảnh báo vừa được người khác thẩm định: hãy tải lại để xem quyết định đó.', {
      currentVersion: flag.version,
    });
  }
  if (flag.state === 'withdrawn') throw withdrawnFlag();
  if (flag.state !== 'open' && flag.state !== 'needs-evidence') {
    throw new CommandRefused(
      'wrong-state',
      'Cảnh báo đã được thẩm định: muốn xét lại, hãy mở lại cảnh báo và ghi lý do.',
    );
  }
  return flag;
}

/** A flag without evidence is decided on by nobody, and taken up by nobody. */
export function withdrawnFlag(): CommandRefused {
  return new CommandRefused(
    'wrong-state',
    'Cảnh báo đã rút: xét lại theo bộ quy tắc mới, bài không còn dấu hiệu có căn cứ. Nếu thấy chưa đúng, hãy cho xét lại bài.',
  );
}

/** Whether one of these signals rests on evidence that nobody has withdrawn; locks the records, so that nobody does meanwhile. */
async function evidenceStands(db: Queryable, kept: readonly FlagSignalRow[]): Promise<boolean> {
  for (const { evidenceQuote, recordId } of kept) {
    if (evidenceQuote === null) continue;
    if (recordId === null) return true;
    const found = await lockRecord(db, recordId);
    if (found !== null && found.withdrawnAt === null) return true;
  }
  return false;
}

function checkVerdict(
  decision: 'confirmed' | 'dismissed' | 'needs-evidence',
  verdict: z.output<typeof verdictSchema> | null,
  hasEvidence: boolean,
): z.output<typeof verdictSchema> | null {
  if (decision === 'needs-evidence') return 'unverifiable';
  if (decision === 'confirmed') {
    if (verdict !== null && verdict !== 'distorted') {
      throw new CommandRefused(
        'invalid-input',
        'Xác nhận cảnh báo nghĩa là kết luận "sai lệch"; kết luận khác thì hãy bỏ qua cảnh báo.',
      );
    }
    if (!hasEvidence) {
      throw new CommandRefused(
        'check-failed',
        'Không còn căn cứ đối chứng nào được giữ: hãy giữ ít nhất một dấu hiệu có căn cứ, hoặc chọn "cần kiểm chứng".',
      );
    }
    return 'distorted';
  }
  if (verdict === null || verdict === 'distorted') {
    throw new CommandRefused(
      'invalid-input',
      'Bỏ qua cảnh báo phải kèm kết luận: tiêu cực nhưng chính xác, ý kiến, chưa đủ căn cứ hoặc chính xác.',
    );
  }
  return verdict;
}
