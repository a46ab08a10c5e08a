import type { Origin } from '@lamro/domain';
import type { Queryable } from '../../connection/connection.ts';

export interface ArticleRow {
  readonly id: string;
  readonly profile: string;
  readonly outlet_id: string;
  readonly source_id: string | null;
  readonly url: string;
  readonly canonical_url: string;
  readonly origin: Origin;
  readonly state: string;
  readonly attempts: number;
  /** Whether its page is to be fetched now, by the same rule as in find-due-articles. */
  readonly due: boolean;
  readonly listed_title: string;
  readonly listed_published_at: string | null;
  readonly current_version_id: string | null;
  readonly source_language: string;
  readonly settings: unknown;
}

/** An article with what its source says of it, or null. */
export async function findArticle(db: Queryable, id: string): Promise<ArticleRow | null> {
  const { rows } = await db.query<ArticleRow>(
    `select a.id, a.profile, a.outlet_id, a.source_id, a.url, a.canonical_url, a.origin, a.state, a.attempts,
       (a.attempts = 0 or a.next_attempt_at <= now() or a.updated_at > now() + interval '1 minute') as due, a.listed_title,
       a.listed_published_at, a.current_version_id, coalesce(s.language, o.language) as source_language, coalesce(s.settings, '{}') as settings
     from articles a join outlets o on o.id = a.outlet_id left join sources s on s.id = a.source_id
     where a.id = $1`,
    [id],
  );
  return rows[0] ?? null;
}
