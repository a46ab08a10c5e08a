import { findAttachment } from '@lamro/database';
import { CommandRefused } from '../refusal/refusal.ts';
import type { Scope } from '../scope/scope.ts';

/** @throws CommandRefused `proof-missing` for a file that is not of this case */
export async function checkAttachment(scope: Scope, attachmentId: string): Promise<void> {
  const file = await findAttachment(scope.db, attachmentId);
  if (file === null || file.caseId !== scope.row.id) {
    throw new CommandRefused(
      'proof-missing',
      `Tệp ${attachmentId} không thuộc hồ sơ ${scope.row.number}: hãy đính kèm tệp vào hồ sơ trước.`,
    );
  }
}
