import { type AttachmentRow, findAttachment } from '@lamro/database';
import { CommandRefused } from '../refusal/refusal.ts';
import type { Scope } from '../scope/scope.ts';

/** @throws CommandRefused `proof-missing` for a file that is not of this case */
export async function checkAttachment(scope: Scope, attachmentId: string): Promise<AttachmentRow> {
  const file = await findAttachment(scope.db, attachmentId);
  if (file !== null && file.caseId === scope.row.id) return file;
  throw new CommandRefused(
    'proof-missing',
    `Tệp ${attachmentId} không thuộc hồ sơ ${scope.row.number}: hãy đính kèm tệp vào hồ sơ trước.`,
  );
}

/**
 * A file that proves a release goes out with it: a scan, in which nobody could look for marks of secrecy, counts once a named
 * person has certified it.
 *
 * @throws CommandRefused `proof-missing`
 */
export async function checkProofFile(scope: Scope, attachmentId: string): Promise<void> {
  const file = await checkAttachment(scope, attachmentId);
  if (file.readable || file.certifiedBy !== null) return;
  throw new CommandRefused(
    'proof-missing',
    `Tệp ${file.fileName} không có chữ đọc được (bản quét hoặc ảnh) và chưa ai xác nhận: hãy dùng lệnh "Xác nhận tệp không đọc được chữ" trong hồ sơ trước, hoặc đính kèm bản có chữ.`,
  );
}
