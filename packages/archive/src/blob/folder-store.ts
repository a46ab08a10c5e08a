import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BlobStore } from '@lamro/domain';
import { BlobDamaged, BlobMissing } from './blob-error.ts';
import { compress, decompress, digest, placeOf } from './content.ts';

/**
 * A {@link BlobStore} in a folder: `ab/cdef….gz`, where `abcdef…` is the SHA-256 of the bytes before compression.
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
      if (!(await isWhole(dir, sha256))) await write(dir, sha256, await compress(bytes));
      return sha256;
    },
    get: (sha256) => read(dir, sha256),
    has: (sha256) => isWhole(dir, sha256),
  };
}

async function read(dir: string, sha256: string): Promise<Uint8Array> {
  const compressed = await readFile(join(dir, placeOf(sha256))).catch((error: unknown) => {
    throw isAbsent(error) ? new BlobMissing(sha256) : error;
  });
  return decompress(sha256, compressed);
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
  const path = join(dir, placeOf(sha256));
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
