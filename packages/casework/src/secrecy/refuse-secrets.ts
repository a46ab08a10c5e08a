import type { Actor } from '@lamro/access';
import { insertAuditEntry } from '@lamro/database';
import { CommandRefused } from '../refusal/refusal.ts';
import { wordsIn } from '../refusal/words-in.ts';
import type { Context, SecrecyMark } from '../scope/context.ts';

/**
 * Refuses a command whose words carry a mark of secrecy, before anything of them is stored; the attempt is logged by rule.
 *
 * @throws CommandRefused `secrecy-mark`
 */
export async function refuseSecrets(context: Context, actor: Actor, command: string, input: unknown): Promise<void> {
  for (const text of wordsIn(input)) {
    const [mark] = context.findSecrecyMarks(text);
    if (mark === undefined) continue;
    await logAttempt(context, actor, command, mark);
    throw secrecyRefused(mark);
  }
}

export async function logAttempt(context: Context, actor: Actor, command: string, mark: SecrecyMark): Promise<void> {
  await insertAuditEntry(context.pool, {
    profile: actor.profile,
    actorId: actor.id,
    actorRole: actor.role,
    action: 'secrecy-refused',
    objectKind: 'command',
    objectId: command,
    detail: { level: mark.level, place: mark.place },
    at: context.clock.now(),
  });
}

function secrecyRefused(mark: SecrecyMark): CommandRefused {
  return new CommandRefused(
    'secrecy-mark',
    `Nội dung có dấu chỉ độ mật "${mark.quote}" nên không được lưu: hệ thống chỉ dùng cho thông tin công khai. Hãy xử lý tài liệu theo quy định về bảo vệ bí mật nhà nước, hoặc bỏ phần đó rồi gửi lại.`,
  );
}
