import type { Queryable } from '../../connection/connection.ts';

export interface ArticleView {
  readonly id: string;
  readonly url: string;
  readonly origin: string;
  readonly state: string;
  readonly listedTitle: string;
  readonly lastFailure: string | null;
  readonly outletId: string;
  readonly outlet: string;
  readonly country: string;
  readonly firstSeenAt: Date;
  readonly syndicatedFrom: string | null;
  readonly currentVersionId: string | null;
  readonly storyId: string | null;
  readonly flagId: string | null;
  readonly flagState: string | null;
  readonly caseId: string | null;
}

/** One article with its outlet, newest flag and case; null when the province has none with this id. */
export async function viewArticle(db: Queryable, profile: string, id: string): Promise<ArticleView | null> {
  const { rows } = await db.query<ArticleView>(
    `select a.id, a.url, a.origin, a.state, a.listed_title as "listedTitle", a.last_failure as "lastFailure",
       a.outlet_id as "outletId", o.name as outlet, o.country, a.first_seen_at as "firstSeenAt",
       a.syndicated_from as "syndicatedFrom", a.current_version_id as "currentVersionId", m.story_id as "storyId",
       f.id as "flagId", f.state as "flagState",
       (select c.case_id from case_articles c where c.article_id = a.id order by c.case_id desc limit 1) as "caseId"
     from articles a join outlets o on o.id = a.outlet_id
     left join story_members m on m.article_id = a.id
     left join lateral (select id, state from flags where article_id = a.id order by id desc limit 1) f on true
     where a.profile = $1 and a.id = $2`,
    [profile, id],
  );
  return rows[0] ?? null;
}
