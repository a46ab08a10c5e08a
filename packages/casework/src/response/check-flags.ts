import { countConfirmedFlags } from '@lamro/database';
import { CommandRefused } from '../refusal/refusal.ts';
import type { Scope } from '../scope/scope.ts';

/**
 * An answer leaves only as long as a person's review stands behind it: a withdrawn record may have opened the flags again.
 *
 * @throws CommandRefused `check-failed`
 */
export async function checkFlagsStand(scope: Scope): Promise<void> {
  if ((await countConfirmedFlags(scope.db, scope.row.id)) > 0) return;
  throw new CommandRefused(
    'check-failed',
    `Không còn cảnh báo nào của hồ sơ ${scope.row.number} được xác nhận là sai lệch: hãy thẩm định lại cảnh báo, hoặc kết thúc hồ sơ mà không trả lời.`,
  );
}
