import type { Queryable } from '../../connection/connection.ts';

export interface StoryView {
  readonly id: string;
  readonly title: string;
  readonly firstAt: Date;
  readonly lastAt: Date;
  readonly mergedInto: string | null;
  readonly articles: number;
}

/** Stories, the one opened last first; merged ones are left out unless asked for by their id. */
export async function viewStories(
  db: Queryable,
  filter: { profile: string; id: string | null; afterId: string | null; limit: number },
): Promise<readonly StoryView[]> {
  const { rows } = await db.query<StoryView>(
    `select s.id, s.title, s.first_at as "firstAt", s.last_at as "lastAt", s.merged_into as "mergedInto",
       (select count(*)::int from story_members m where m.story_id = s.id) as articles
     from stories s
     where s.profile = $1 and ($2::bigint is null or s.id = $2) and ($2::bigint is not null or s.merged_into is null)
       and ($3::bigint is null or s.id < $3)
     order by s.id desc limit $4`,
    [filter.profile, filter.id, filter.afterId, filter.limit],
  );
  return rows;
}
