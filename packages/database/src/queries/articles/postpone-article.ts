import type { Queryable } from '../../connection/connection.ts';

export interface Postponement {
  readonly articleId: string;
  readonly reason: string;
  readonly retryInSeconds: number;
  /** What becomes of the article when it is not to be tried again. */
  readonly final: 'gone' | 'quarantined' | null;
}

/** Writes a failed attempt: the next one's time, or the end with its reason. */
export async function postponeArticle(db: Queryable, postponement: Postponement): Promise<void> {
  await db.query(
    `update articles set attempts = attempts + 1, last_failure = $2, next_attempt_at = now() + make_interval(secs => $3),
       state = coalesce($4, state), updated_at = now()
     where id = $1 and state in ('discovered', 'fetched')`,
    [postponement.articleId, postponement.reason, postponement.retryInSeconds, postponement.final],
  );
}
