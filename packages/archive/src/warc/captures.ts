import type { BlobStore } from '@lamro/domain';
import type { Capture } from './warc.ts';

/** An attempt whose bytes are kept, as the ledger has it. */
export interface KeptAttempt {
  readonly url: string;
  readonly status: number;
  readonly fetchedAt: Date;
  readonly headers: Readonly<Record<string, string>>;
  readonly redirects: readonly string[];
  readonly snapshotSha256: string;
  /** The version of the article that was read out of it, if one was. */
  readonly versionNumber: number | null;
}

/**
 * Attempts with their bytes, one at a time, for `writeWarc`.
 *
 * @throws BlobMissing or BlobDamaged when the archive no longer holds what the ledger says: then there is no proof to export
 * @example writeWarc(origin, capturesOf(await listCaptures(pool, { profile, articleId }), blobs))
 */
export async function* capturesOf(
  attempts: readonly KeptAttempt[],
  blobs: BlobStore,
): AsyncGenerator<Capture, void, undefined> {
  for (const { snapshotSha256, redirects, versionNumber, ...capture } of attempts) {
    const notes = {
      'snapshot-sha256': snapshotSha256,
      ...(redirects.length === 0 ? {} : { redirects: redirects.join(' ') }),
      ...(versionNumber === null ? {} : { 'article-version': String(versionNumber) }),
    };
    yield { ...capture, body: await blobs.get(snapshotSha256), notes };
  }
}
