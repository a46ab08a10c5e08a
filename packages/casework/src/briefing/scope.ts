import { type Actor, type Command, may } from '@lamro/access';
import { type BriefingRow, insertAuditEntry, lockBriefing, type Queryable } from '@lamro/database';
import { type BriefingContent, briefingContentSchema } from '@lamro/domain';
import { CommandRefused } from '../refusal/refusal.ts';
import type { Context } from '../scope/context.ts';

/** A briefing after a command. */
export interface BriefingResult {
  readonly briefingId: string;
  readonly label: string;
  readonly edition: number;
  readonly version: number;
}

/** @throws CommandRefused `forbidden` */
export function checkBriefingRight(actor: Actor, command: Command): void {
  const decision = may(actor, command, { profile: actor.profile });
  if (!decision.allowed) throw new CommandRefused('forbidden', decision.why, { whoMay: decision.whoMay });
}

export function briefingNotFound(id: string): CommandRefused {
  return new CommandRefused('not-found', `Không có bản tin ${id} trong tỉnh của bạn: hãy kiểm tra lại địa chỉ.`);
}

/**
 * Holds a draft until the transaction ends.
 *
 * @throws CommandRefused `not-found`, `wrong-state` for an issued one, `conflict` where somebody changed it meanwhile
 */
export async function lockDraft(
  db: Queryable,
  actor: Actor,
  wanted: { readonly briefingId: string; readonly expectedVersion?: number | undefined },
): Promise<BriefingRow> {
  const row = await lockBriefing(db, actor.profile, wanted.briefingId);
  if (row === null) throw briefingNotFound(wanted.briefingId);
  if (row.state === 'issued') {
    throw new CommandRefused(
      'wrong-state',
      `Bản tin ${row.label} (lần ${row.edition}) đã phát hành nên không sửa được: hãy lập lần phát hành mới và ghi rõ nội dung đính chính.`,
    );
  }
  if (wanted.expectedVersion !== undefined && wanted.expectedVersion !== row.version) {
    throw new CommandRefused(
      'conflict',
      'Dự thảo bản tin đã được người khác sửa: hãy tải lại trang, xem thay đổi rồi làm tiếp.',
      { currentVersion: row.version },
    );
  }
  return row;
}

/** What a row says, read by its schema. */
export function contentOf(row: BriefingRow): BriefingContent {
  return briefingContentSchema.parse(row.content);
}

/** Writes the trail of a command on a briefing. */
export async function logBriefing(
  db: Queryable,
  context: Context,
  actor: Actor,
  action: string,
  result: BriefingResult,
): Promise<void> {
  await insertAuditEntry(db, {
    profile: actor.profile,
    actorId: actor.id,
    actorRole: actor.role,
    action,
    objectKind: 'briefing',
    objectId: result.briefingId,
    detail: { label: result.label, edition: result.edition },
    at: context.clock.now(),
  });
}
