import type { FetchAttempt } from '@lamro/database';
import type { FetchOutcome } from '@lamro/domain';

export type AttemptFacts = Omit<FetchAttempt, 'profile' | 'sourceId' | 'articleId' | 'purpose'>;

/** A page that came whole and is not what was asked for: its name in the ledger, and why, in Vietnamese. */
export interface Refusal {
  readonly outcome: string;
  readonly detail: string;
}

const LONGEST_DETAIL = 2_000;

/** What goes into the row of one attempt. @param refusal why an answer that came whole is none, or null */
export function describeAttempt(
  outcome: FetchOutcome,
  durationMs: number,
  refusal: Refusal | null = null,
): AttemptFacts {
  const facts = {
    url: outcome.requestedUrl,
    durationMs: Math.round(durationMs),
    fetchedAt: outcome.fetchedAt,
    status: outcome.status,
    redirects: outcome.redirects,
    snapshotSha256: null,
  };
  if (!outcome.ok)
    return {
      ...facts,
      finalUrl: null,
      outcome: outcome.kind,
      bytes: null,
      detail: printable(outcome.detail),
      headers: {},
    };
  return {
    ...facts,
    finalUrl: outcome.url,
    outcome: refusal?.outcome ?? (outcome.notModified ? 'not-modified' : 'fetched'),
    bytes: outcome.body.length,
    detail: refusal === null ? null : printable(refusal.detail),
    headers: outcome.headers,
  };
}

/** NUL is the one character that PostgreSQL's text cannot hold. */
function printable(text: string): string {
  return text.replaceAll('\u0000', '').slice(0, LONGEST_DETAIL);
}
