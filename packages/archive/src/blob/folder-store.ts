import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { BlobStore } from '@lamro/domain';

const gzipAsync = promisify(gzip);
const gunzipAsync = promisify(gunzip);

/** No blob has this hash. */
export class BlobMissing extends Error {
  readonly sha256: string;

  constructor(sha256: string) {
    super(`Không tìm thấy bản lưu ${sha256} trong kho; kiểm tra thư mục lưu trữ hoặc phục hồi từ bản sao dự phòng.`);
    this.sha256 = sha256;
  }
}

/** The bytes under this hash are no longer those that were stored. */
export class BlobDamaged extends Error {
  readonly sha256: string;

  constructor(sha256: string, cause: unknown) {
    super(`Bản lưu ${sha256} đã hỏng hoặc bị sửa; phục hồi tệp này từ bản sao dự phòng.`, { cause });
    this.sha256 = sha256;
  }
}

/**
 * A {@link BlobStore} in a folder: `ab/cdef….gz`, where `abcdef…` is the SHA-256 of the bytes before compression. Gzip,
 * because a proof must still open with any tool in twenty years.
 *
 * A blob is written beside its place, synced, and renamed into it, so that a reader or a crash never sees half of one.
 * Every read is checked against the hash; storing the same bytes again repairs a damaged blob.
 *
 * @param dir made when it is not there
 */
export function folderBlobStore(dir: string): BlobStore {
  return {
    put: async (bytes) => {
      const sha256 = digest(bytes);
      if (!(await isWhole(dir, sha256))) await write(dir, sha256, await gzipAsync(bytes));
      return sha256;
    },
    get: (sha256) => read(dir, sha256),
    has: (sha256) => isWhole(dir, sha256),
  };
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The path of a blob; a hash is checked first, because it becomes part of the path. */
function pathOf(dir: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256))
    throw new TypeError(`Not a SHA-256 in lower-case hexadecimal: ${sha256.slice(0, 80)}`);
  return join(dir, sha256.slice(0, 2), `${sha256.slice(2)}.gz`);
}

async function read(dir: string, sha256: string): Promise<Uint8Array> {
  const compressed = await readFile(pathOf(dir, sha256)).catch((error: unknown) => {
    throw isAbsent(error) ? new BlobMissing(sha256) : error;
  });
  const bytes = await gunzipAsync(compressed).catch((error: unknown) => {
    throw new BlobDamaged(sha256, error);
  });
  if (digest(bytes) !== sha256) throw new BlobDamaged(sha256, null);
  return bytes;
}

async function isWhole(dir: string, sha256: string): Promise<boolean> {
  try {
    await read(dir, sha256);
    return true;
  } catch (error) {
    if (error instanceof BlobMissing || error instanceof BlobDamaged) return false;
    throw error;
  }
}

async function write(dir: string, sha256: string, compressed: Uint8Array): Promise<void> {
  const path = pathOf(dir, sha256);
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  const draft = join(folder, `.${randomUUID()}.tmp`);
  try {
    await writeSynced(draft, compressed);
    await rename(draft, path);
    // The name itself is on disk only when the folder is.
    await syncFolder(folder);
    await syncFolder(dir);
  } finally {
    await rm(draft, { force: true });
  }
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o640);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
