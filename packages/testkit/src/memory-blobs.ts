import { createHash } from 'node:crypto';
import type { BlobStore } from '@lamro/domain';

/** An archive that lives as long as a test; what is stored is named by its SHA-256 as everywhere. */
export function blobsInMemory(): BlobStore {
  const kept = new Map<string, Uint8Array>();
  return {
    put: async (bytes) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      kept.set(sha256, bytes);
      return sha256;
    },
    get: async (sha256) => {
      const bytes = kept.get(sha256);
      if (bytes === undefined) throw new Error(`no blob ${sha256}`);
      return bytes;
    },
    has: async (sha256) => kept.has(sha256),
  };
}
