import { Worker } from 'node:worker_threads';
import { findSecrecyMarkInName } from '../secrecy/file-name.ts';
import { findSecrecyMarks, type SecrecyMark } from '../secrecy/marks.ts';
import { type Content, content } from './content.ts';
import { type FileKind, fits, isPlainName, kindByName, MEDIA_TYPES, signatureOf } from './kind.ts';

export interface InspectionLimits {
  /** Bytes of the file. */
  readonly maxBytes: number;
  /** Milliseconds for reading what is inside. */
  readonly timeoutMs: number;
  /** Megabytes of heap for reading what is inside. */
  readonly maxHeapMb: number;
}

export const inspectionLimits: InspectionLimits = { maxBytes: 25 * 1024 * 1024, timeoutMs: 30_000, maxHeapMb: 512 };

export type RefusalReason =
  | 'bad-name'
  | 'empty'
  | 'too-large'
  | 'type-not-allowed'
  | 'extension-lies'
  | 'has-macro'
  | 'active-content'
  | 'encrypted'
  | 'broken'
  | 'too-complex'
  | 'secret';

export interface AcceptedFile {
  readonly ok: true;
  readonly kind: FileKind;
  readonly mediaType: string;
  /** The words in it; pages or parts divided by form feeds. */
  readonly text: string;
  /** False for a scan or a picture: nobody could look for marks in it, so a named person must certify it. */
  readonly readable: boolean;
}

export interface RefusedFile {
  readonly ok: false;
  readonly reason: RefusalReason;
  /** One or two Vietnamese sentences: what is wrong and what to do instead. Never holds the content. */
  readonly detail: string;
  /** The marks found, when the reason is `secret`. */
  readonly marks: readonly SecrecyMark[];
}

/**
 * Decides whether a file may be attached, before anything of it is stored: name, size, signature against extension,
 * macros and other active content, and marks of secrecy in the name and in the text.
 *
 * Secrecy marks: Law on Protection of State Secrets 29/2018/QH14, Điều 8; the system is for open information only.
 */
export async function inspectFile(
  bytes: Uint8Array,
  fileName: string,
  limits: InspectionLimits = inspectionLimits,
): Promise<AcceptedFile | RefusedFile> {
  const named = checkName(bytes, fileName, limits);
  if (typeof named !== 'string') return named;
  const read = await readContent(bytes, named, limits);
  if (!read.ok) return refused(read.reason);
  const marks = findSecrecyMarks(read.text);
  if (marks.length > 0) return refused('secret', marks);
  return { ok: true, kind: named, mediaType: MEDIA_TYPES[named], text: read.text, readable: read.readable };
}

function checkName(bytes: Uint8Array, fileName: string, limits: InspectionLimits): FileKind | RefusedFile {
  if (!isPlainName(fileName)) return refused('bad-name');
  const mark = findSecrecyMarkInName(fileName);
  if (mark !== null) return refused('secret', [mark]);
  if (bytes.length === 0) return refused('empty');
  if (bytes.length > limits.maxBytes) return refused('too-large');
  const kind = kindByName(fileName);
  if (kind === null) return refused('type-not-allowed');
  const signature = signatureOf(bytes);
  // What Office encrypts, and what it wrote before 2007, share one container.
  if (signature === 'old-office') return refused(kind === 'docx' || kind === 'xlsx' ? 'encrypted' : 'extension-lies');
  return fits(signature, kind) ? kind : refused('extension-lies');
}

async function readContent(bytes: Uint8Array, kind: FileKind, limits: InspectionLimits): Promise<Content> {
  switch (kind) {
    case 'pdf':
    case 'docx':
    case 'xlsx':
      return readInThread(bytes, kind, limits);
    case 'png':
    case 'jpeg':
    case 'webp':
      return { ok: true, text: '', readable: false };
  }
}

async function readInThread(bytes: Uint8Array, kind: FileKind, limits: InspectionLimits): Promise<Content> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    // A plain copy: the bytes may be a view into a pool that others use.
    workerData: { bytes: Uint8Array.from(bytes), kind },
    resourceLimits: { maxOldGenerationSizeMb: limits.maxHeapMb },
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  const { promise, resolve } = Promise.withResolvers<Content>();
  const timer = setTimeout(() => resolve({ ok: false, reason: 'too-complex' }), limits.timeoutMs);
  worker.once('message', (message) => resolve(content.parse(message)));
  worker.once('error', (error) => resolve({ ok: false, reason: isMemory(error) ? 'too-complex' : 'broken' }));
  worker.once('exit', () => resolve({ ok: false, reason: 'broken' }));
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

function isMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function refused(reason: RefusalReason, marks: readonly SecrecyMark[] = []): RefusedFile {
  return { ok: false, reason, detail: DETAILS[reason], marks };
}

const DETAILS: Readonly<Record<RefusalReason, string>> = {
  'bad-name': 'Tên tệp không hợp lệ. Hãy đặt lại tên ngắn gọn, không có dấu gạch chéo hay ký tự điều khiển.',
  empty: 'Tệp rỗng. Hãy kiểm tra và tải lên lại.',
  'too-large': 'Tệp vượt dung lượng cho phép. Hãy tách thành nhiều tệp hoặc giảm dung lượng ảnh.',
  'type-not-allowed': 'Loại tệp không được nhận. Hãy dùng PDF, DOCX, XLSX, PNG, JPEG hoặc WEBP.',
  'extension-lies': 'Phần mở rộng của tệp không đúng với nội dung. Hãy lưu lại tệp theo đúng định dạng rồi tải lên.',
  'has-macro': 'Tệp có chứa macro. Hãy lưu lại thành tệp không có macro (DOCX hoặc XLSX) rồi tải lên.',
  'active-content':
    'Tệp có chứa mã lệnh, tệp nhúng hoặc liên kết tự chạy. Hãy bỏ các thành phần đó hoặc xuất lại thành PDF thường rồi tải lên.',
  encrypted: 'Tệp được đặt mật khẩu hoặc theo định dạng Office cũ. Hãy bỏ mật khẩu, lưu lại thành DOCX, XLSX hoặc PDF.',
  broken: 'Không đọc được tệp; tệp có thể bị hỏng. Hãy mở và lưu lại tệp rồi tải lên.',
  'too-complex': 'Tệp quá lớn hoặc quá phức tạp khi mở ra. Hãy tách nhỏ tệp hoặc xuất lại thành PDF.',
  secret:
    'Tệp có dấu hiệu chỉ độ mật (Mật, Tối mật, Tuyệt mật). Hệ thống chỉ dùng cho thông tin công khai theo Luật Bảo vệ bí mật nhà nước; ' +
    'hãy xử lý tài liệu này theo quy định về bảo vệ bí mật nhà nước và không đưa lên hệ thống.',
};
