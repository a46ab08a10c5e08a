import { createHash } from 'node:crypto';
import type { SourceRow } from '@lamro/database';
import type { FetchedPage, FetchOutcome, FetchRequest } from '@lamro/domain';

/** After this many conditional checks in a row one asks for the whole listing, to see whether the server tells the truth. */
const TRUSTED_CHECKS = 5;

/**
 * The request of a source's next check: conditional while its validators are trusted.
 *
 * @param whole the listing is wanted even if it did not change
 */
export function requestOf(source: SourceRow, whole: boolean): FetchRequest & { readonly conditional: boolean } {
  const { url, etag, last_modified: lastModified } = source;
  const trusted = !whole && !source.validators_lie && source.conditional_checks < TRUSTED_CHECKS;
  if (!trusted || (etag === null && lastModified === null)) return { url, conditional: false };
  return { url, etag, lastModified, conditional: true };
}

export interface BodyState {
  /** SHA-256 of the body; null where there is none. */
  readonly hash: string | null;
  /** The listing is the one that was read last. */
  readonly unchanged: boolean;
  /** The server repeated its validator for another body. */
  readonly repeatedValidator: boolean;
}

/** Compares what came with what was read last, by the bytes and not by the server's word. */
export function compareBody(source: SourceRow, outcome: FetchOutcome): BodyState {
  if (!outcome.ok) return { hash: null, unchanged: false, repeatedValidator: false };
  if (outcome.notModified) return { hash: null, unchanged: true, repeatedValidator: false };
  const hash = createHash('sha256').update(outcome.body).digest('hex');
  const unchanged = hash === source.body_hash;
  const repeated = source.body_hash !== null && !unchanged && repeatsValidator(source, outcome);
  return { hash, unchanged, repeatedValidator: repeated };
}

function repeatsValidator(source: SourceRow, page: FetchedPage): boolean {
  const etag = page.headers['etag'] ?? null;
  if (etag !== null) return etag === source.etag;
  const lastModified = page.headers['last-modified'] ?? null;
  return lastModified !== null && source.etag === null && lastModified === source.last_modified;
}
