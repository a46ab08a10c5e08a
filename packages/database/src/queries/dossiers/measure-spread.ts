import { onlyRow, type Queryable } from '../../connection/connection.ts';

export interface SpreadRow {
  readonly articles: number;
  readonly outlets: number;
  readonly countries: readonly string[];
  readonly languages: readonly string[];
  readonly firstAt: Date | null;
  readonly lastAt: Date | null;
}

/** How far the story of a case has been told: by every article of the story, or by the case's own where it has no story. */
export async function measureSpread(db: Queryable, caseId: string): Promise<SpreadRow> {
  const result = await db.query<SpreadRow>(
    `with told as (
       select ca.article_id from case_articles ca where ca.case_id = $1
       union
       select m.article_id from cases c join story_members m on m.story_id = c.story_id where c.id = $1)
     select count(*)::int as articles, count(distinct a.outlet_id)::int as outlets,
       coalesce(array_agg(distinct o.country), '{}') as countries,
       coalesce(array_agg(distinct v.language) filter (where v.language is not null), '{}') as languages,
       min(coalesce(v.published_at, a.first_seen_at)) as "firstAt",
       max(coalesce(v.published_at, a.first_seen_at)) as "lastAt"
     from told t join articles a on a.id = t.article_id join outlets o on o.id = a.outlet_id
     left join article_versions v on v.id = a.current_version_id`,
    [caseId],
  );
  return onlyRow(result, 'độ lan truyền');
}
