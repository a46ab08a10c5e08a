import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { BlobDamaged } from './blob-error.ts';

const gzipAsync = promisify(gzip);
const gunzipAsync = promisify(gunzip);

/** SHA-256 of bytes as they are before compression, lower-case hexadecimal. */
export function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Where a blob lies under its store: `ab/cdef….gz`. A hash is checked first, because it becomes part of a path. */
export function placeOf(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256))
    throw new TypeError(`Not a SHA-256 in lower-case hexadecimal: ${sha256.slice(0, 80)}`);
  return `${sha256.slice(0, 2)}/${sha256.slice(2)}.gz`;
}

/** Gzip, because a proof must still open with any tool in twenty years. */
export function compress(bytes: Uint8Array): Promise<Uint8Array> {
  return gzipAsync(bytes);
}

/** @throws BlobDamaged when these are not the bytes that the hash names */
export async function decompress(sha256: string, compressed: Uint8Array): Promise<Uint8Array> {
  const bytes = await gunzipAsync(compressed).catch((error: unknown) => {
    throw new BlobDamaged(sha256, error);
  });
  if (digest(bytes) !== sha256) throw new BlobDamaged(sha256, null);
  return bytes;
}
