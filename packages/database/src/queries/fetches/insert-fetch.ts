import { onlyRow, type Queryable } from '../../connection/connection.ts';

export interface FetchAttempt {
  readonly profile: string;
  readonly sourceId: string | null;
  readonly articleId: string | null;
  readonly purpose: 'source' | 'article' | 'recheck' | 'intake' | 'proof';
  readonly url: string;
  readonly finalUrl: string | null;
  /** `fetched`, `not-modified`, or the kind of failure. */
  readonly outcome: string;
  readonly status: number | null;
  readonly bytes: number | null;
  readonly durationMs: number;
  readonly detail: string | null;
  readonly snapshotSha256: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly fetchedAt: Date;
  readonly redirects: readonly string[];
}

/** Writes one attempt, whatever came of it. @returns its id */
export async function insertFetch(db: Queryable, attempt: FetchAttempt): Promise<string> {
  const result = await db.query<{ id: string }>(
    `insert into fetches (profile, source_id, article_id, purpose, url, final_url, outcome, status, bytes, duration_ms, detail,
       snapshot_sha256, headers, fetched_at, redirects)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) returning id`,
    [
      attempt.profile,
      attempt.sourceId,
      attempt.articleId,
      attempt.purpose,
      attempt.url,
      attempt.finalUrl,
      attempt.outcome,
      attempt.status,
      attempt.bytes,
      attempt.durationMs,
      attempt.detail,
      attempt.snapshotSha256,
      JSON.stringify(attempt.headers),
      attempt.fetchedAt,
      JSON.stringify(attempt.redirects),
    ],
  );
  return onlyRow(result, 'lượt tải vừa ghi').id;
}
