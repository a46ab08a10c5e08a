import type { Queryable } from '../../connection/connection.ts';

export interface LookedAtRow {
  readonly id: string;
  readonly fetch_id: string;
  /** HTTP status of the look; null when nobody answered, 410 where the address now leads to the front page. */
  readonly status: number | null;
  readonly outcome: string;
  readonly after_version_id: string | null;
  readonly before_title: string;
  readonly before_body: string;
  readonly after_title: string | null;
  readonly after_body: string | null;
  /** What the case holds against the article. */
  readonly quote: string;
}

/** Looks that were taken and whose outcome nobody has proposed yet, with what stood there before and after. */
export async function findLookedAt(db: Queryable, limit: number): Promise<LookedAtRow[]> {
  const { rows } = await db.query<LookedAtRow>(
    `select c.id, c.fetch_id, case when f.outcome = 'moved-to-front-page' then 410 else f.status end as status, f.outcome, c.after_version_id, before.title as before_title, before.body as before_body,
       later.title as after_title, later.body as after_body, link.quote
     from outlet_checks c
     join fetches f on f.id = c.fetch_id
     join article_versions before on before.id = c.before_version_id
     left join article_versions later on later.id = c.after_version_id
     join case_articles link on link.case_id = c.case_id and link.article_id = c.article_id
     where c.state = 'waiting' and c.checked_at is not null
     order by c.checked_at limit $1`,
    [limit],
  );
  return rows;
}
