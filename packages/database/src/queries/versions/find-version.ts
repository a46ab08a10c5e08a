import type { Origin } from '@lamro/domain';
import type { Queryable } from '../../connection/connection.ts';

export interface VersionRow {
  readonly id: string;
  readonly profile: string;
  readonly article_id: string;
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly body: string;
  readonly language: string;
  readonly published_at: Date | null;
  /** With the offset that the page printed; its day there is the day that the article speaks of. */
  readonly published_as_printed: string | null;
  readonly first_seen_at: Date;
  readonly origin: Origin;
  readonly country: string;
  readonly official: boolean;
  readonly judged_at: Date | null;
  readonly judge_attempts: number;
}

/** A version with what judging needs to know of its article and outlet, or null. */
export async function findVersion(db: Queryable, id: string): Promise<VersionRow | null> {
  const { rows } = await db.query<VersionRow>(
    `select v.id, v.profile, v.article_id, v.number, a.canonical_url as url, v.title, v.body, v.language, v.published_at,
       v.published_as_printed, a.first_seen_at, a.origin, o.country, o.official, v.judged_at, v.judge_attempts
     from article_versions v join articles a on a.id = v.article_id join outlets o on o.id = a.outlet_id
     where v.id = $1`,
    [id],
  );
  return rows[0] ?? null;
}
