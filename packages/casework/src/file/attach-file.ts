import type { Actor } from '@lamro/access';
import { may } from '@lamro/access';
import {
  type AttachmentRow,
  findAttachment,
  findVersionSnapshot,
  insertAttachment,
  insertAuditEntry,
  certifyAttachment as writeCertificate,
} from '@lamro/database';
import { CASE_STATES } from '@lamro/domain';
import { z } from 'zod';
import { parseInput } from '../refusal/parse-input.ts';
import { CommandRefused } from '../refusal/refusal.ts';
import type { Context, FileRoom } from '../scope/context.ts';
import { caseInput, idSchema, onCase, readCase, reasonSchema } from '../scope/on-case.ts';
import { type CaseResult, record } from '../scope/scope.ts';
import { logAttempt } from '../secrecy/refuse-secrets.ts';

const NOT_CLOSED = CASE_STATES.filter((state) => state !== 'closed');

const attachSchema = z.object({
  ...caseInput,
  fileName: z.string().trim().min(1).max(255).normalize('NFC'),
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'phải là nội dung tệp'),
});
export type AttachFileInput = z.input<typeof attachSchema>;

/**
 * Takes a file into a case after it was looked into: type, size, macros, marks of secrecy. Nothing of a refused one is kept.
 *
 * @throws CommandRefused `file-refused` or `secrecy-mark`, naming the rule and what to do instead
 */
export async function attachFile(
  context: Context,
  actor: Actor,
  input: AttachFileInput,
): Promise<CaseResult & { readonly attachmentId: string; readonly readable: boolean }> {
  const wanted = parseInput(attachSchema, input);
  const room = roomOf(context);
  await readCase(context, actor, wanted.caseId, 'case.attach-file');
  const { mediaType, readable } = await inspect(context, room, actor, wanted);
  const spec = { right: 'case.attach-file', concern: 'concerned', from: NOT_CLOSED } as const;
  return onCase(context, actor, wanted, spec, async (scope) => {
    const sha256 = await room.blobStore.put(wanted.bytes);
    const attachmentId = await insertAttachment(scope.db, {
      profile: scope.row.profile,
      caseId: scope.row.id,
      fileName: wanted.fileName,
      mediaType,
      bytes: wanted.bytes.byteLength,
      sha256,
      readable,
      uploadedBy: actor.id,
      at: scope.at,
    });
    const result = await record(scope, { command: 'attach-file', evidence: { attachment: attachmentId, sha256 } });
    return { ...result, attachmentId, readable };
  });
}

async function inspect(context: Context, room: FileRoom, actor: Actor, wanted: z.output<typeof attachSchema>) {
  const found = await room.inspect(wanted.bytes, wanted.fileName);
  if (found.ok) return found;
  const [mark] = found.marks;
  if (mark !== undefined) {
    await logAttempt(context, actor, 'attachFile', mark);
    throw new CommandRefused('secrecy-mark', found.detail);
  }
  throw new CommandRefused('file-refused', found.detail, { issues: [{ path: 'bytes', message: found.reason }] });
}

function roomOf(context: Context): FileRoom {
  if (context.files !== null) return context.files;
  throw new CommandRefused('file-refused', 'Hệ thống chưa có kho lưu tệp: hãy báo quản trị viên cấu hình kho lưu.');
}

const certifySchema = z.object({ ...caseInput, attachmentId: idSchema, reason: reasonSchema });
export type CertifyFileInput = z.input<typeof certifySchema>;

/**
 * A named person vouches that a file without readable text holds nothing secret; until then it stays out of backups and exports.
 *
 * @throws CommandRefused
 */
export async function certifyFile(context: Context, actor: Actor, input: CertifyFileInput): Promise<CaseResult> {
  const wanted = parseInput(certifySchema, input);
  const spec = { right: 'case.certify-file', concern: 'dossier', from: CASE_STATES } as const;
  return onCase(context, actor, wanted, spec, async (scope) => {
    const file = await findAttachment(scope.db, wanted.attachmentId);
    if (file?.caseId !== scope.row.id) throw fileNotFound(wanted.attachmentId);
    if (!(await writeCertificate(scope.db, { id: file.id, by: actor.id, at: scope.at }))) {
      throw new CommandRefused(
        'wrong-state',
        'Tệp này đọc được chữ hoặc đã có người xác nhận: không cần xác nhận nữa.',
      );
    }
    return record(scope, { command: 'certify-file', reason: wanted.reason, evidence: { attachment: file.id } });
  });
}

const openSchema = z.object({ attachmentId: idSchema });

/**
 * Gives a file to somebody who may see it; the opening is logged.
 *
 * @throws CommandRefused
 */
export async function openAttachment(
  context: Context,
  actor: Actor,
  input: z.input<typeof openSchema>,
): Promise<{ readonly file: AttachmentRow; readonly bytes: Uint8Array }> {
  const wanted = parseInput(openSchema, input);
  const file = await findAttachment(context.pool, wanted.attachmentId);
  if (file === null || file.caseId === null || file.profile !== actor.profile) throw fileNotFound(wanted.attachmentId);
  await readCase(context, actor, file.caseId, 'case.read-drafts');
  await logOpening(context, actor, 'open-attachment', 'attachment', file.id);
  return { file, bytes: await roomOf(context).blobStore.get(file.sha256) };
}

const archivedSchema = z.object({ versionId: idSchema });

/**
 * Says where the archived copy of an article version lies, to somebody who may see it; the opening is logged.
 *
 * @throws CommandRefused
 */
export async function openArchived(
  context: Context,
  actor: Actor,
  input: z.input<typeof archivedSchema>,
): Promise<{ readonly articleId: string; readonly sha256: string }> {
  const wanted = parseInput(archivedSchema, input);
  const decision = may(actor, 'press.open-archived', { profile: actor.profile });
  if (!decision.allowed) throw new CommandRefused('forbidden', decision.why, { whoMay: decision.whoMay });
  const found = await findVersionSnapshot(context.pool, wanted.versionId);
  if (found === null || found.profile !== actor.profile) {
    throw new CommandRefused(
      'not-found',
      `Không có bản lưu ${wanted.versionId} trong tỉnh của bạn: hãy kiểm tra lại địa chỉ.`,
    );
  }
  await logOpening(context, actor, 'open-archived', 'article-version', wanted.versionId);
  return { articleId: found.articleId, sha256: found.sha256 };
}

async function logOpening(
  context: Context,
  actor: Actor,
  action: string,
  objectKind: string,
  objectId: string,
): Promise<void> {
  await insertAuditEntry(context.pool, {
    profile: actor.profile,
    actorId: actor.id,
    actorRole: actor.role,
    action,
    objectKind,
    objectId,
    detail: {},
    at: context.clock.now(),
  });
}

function fileNotFound(id: string): CommandRefused {
  return new CommandRefused('not-found', `Không có tệp ${id} trong hồ sơ này: hãy tải lại trang.`);
}
