import type { Queryable } from '../../connection/connection.ts';

export interface TellingView {
  readonly articleId: string;
  readonly title: string;
  readonly outlet: string;
  readonly country: string;
  readonly language: string;
  readonly at: Date;
  readonly duplicateOf: string | null;
  readonly flagState: string | null;
}

/** Other articles of a story in order of time, at most a hundred. */
export async function viewTellings(
  db: Queryable,
  profile: string,
  storyId: string,
  exceptArticleId: string,
): Promise<readonly TellingView[]> {
  const { rows } = await db.query<TellingView>(
    `select a.id as "articleId", coalesce(v.title, a.listed_title) as title, o.name as outlet, o.country,
       coalesce(v.language, o.language) as language, coalesce(v.published_at, a.first_seen_at) as at,
       m.duplicate_of as "duplicateOf",
       (select f.state from flags f where f.article_id = a.id order by f.id desc limit 1) as "flagState"
     from story_members m join articles a on a.id = m.article_id join outlets o on o.id = a.outlet_id
     left join article_versions v on v.id = a.current_version_id
     where m.profile = $1 and m.story_id = $2 and a.id <> $3
     order by at, a.id limit 100`,
    [profile, storyId, exceptArticleId],
  );
  return rows;
}
