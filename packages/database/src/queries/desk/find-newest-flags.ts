import type { Queryable } from '../../connection/connection.ts';

export interface NewestFlag {
  readonly articleId: string;
  readonly title: string;
  /** Null where the article has no flag. */
  readonly flagId: string | null;
}

/** The newest flag of each of these articles of a province, in the order asked; articles of others are left out. */
export async function findNewestFlags(
  db: Queryable,
  profile: string,
  articleIds: readonly string[],
): Promise<readonly NewestFlag[]> {
  const { rows } = await db.query<NewestFlag>(
    `select a.id as "articleId", coalesce(v.title, nullif(a.listed_title, ''), a.url) as title,
       (select f.id from flags f where f.article_id = a.id and f.state <> 'withdrawn' order by f.id desc limit 1) as "flagId"
     from unnest($2::bigint[]) with ordinality as asked (id, place)
     join articles a on a.id = asked.id left join article_versions v on v.id = a.current_version_id
     where a.profile = $1 order by asked.place`,
    [profile, articleIds],
  );
  return rows;
}
