import type { FetchAttempt } from '@lamro/database';
import type { FetchOutcome } from '@lamro/domain';

export type AttemptFacts = Omit<FetchAttempt, 'profile' | 'sourceId' | 'articleId' | 'purpose'>;

/** What goes into the row of one attempt. */
export function describeAttempt(outcome: FetchOutcome, durationMs: number): AttemptFacts {
  const facts = {
    url: outcome.requestedUrl,
    durationMs: Math.round(durationMs),
    fetchedAt: outcome.fetchedAt,
    status: outcome.status,
    snapshotSha256: null,
  };
  if (!outcome.ok)
    return { ...facts, finalUrl: null, outcome: outcome.kind, bytes: null, detail: outcome.detail, headers: {} };
  return {
    ...facts,
    finalUrl: outcome.url,
    outcome: outcome.notModified ? 'not-modified' : 'fetched',
    bytes: outcome.body.length,
    detail: null,
    headers: outcome.headers,
  };
}
