import { BlobDamaged, BlobMissing } from '@lamro/archive';
import type { Snapshot } from '@lamro/database';
import type { BlobStore } from '@lamro/domain';

/**
 * Hands on every blob that may leave and is whole in the archive, one in memory at a time.
 *
 * @returns how many and how long they were, and hashes of those that the archive lost or holds damaged
 * @throws what `take` threw, or the store itself when it cannot be read at all
 */
export async function eachWholeBlob(
  snapshot: Snapshot,
  store: BlobStore,
  take: (sha256: string, bytes: Uint8Array) => Promise<void>,
): Promise<{ blobs: number; blobBytes: number; missingBlobs: string[] }> {
  const missingBlobs: string[] = [];
  let blobs = 0;
  let blobBytes = 0;
  for await (const batch of snapshot.blobs()) {
    for (const sha256 of batch) {
      const bytes = await wholeOrNull(store, sha256);
      if (bytes === null) {
        missingBlobs.push(sha256);
        continue;
      }
      await take(sha256, bytes);
      blobs++;
      blobBytes += bytes.byteLength;
    }
  }
  return { blobs, blobBytes, missingBlobs };
}

async function wholeOrNull(store: BlobStore, sha256: string): Promise<Uint8Array | null> {
  try {
    return await store.get(sha256);
  } catch (error) {
    if (error instanceof BlobMissing || error instanceof BlobDamaged) return null;
    throw error;
  }
}
