import type { Queryable } from '../../connection/connection.ts';

/**
 * Puts articles into a story by a person's word; which of them repeat which stays known only inside one story.
 *
 * @returns how many of the articles stand in that story now
 */
export async function moveArticles(
  db: Queryable,
  move: { profile: string; articleIds: readonly string[]; storyId: string; by: string; at: Date },
): Promise<number> {
  const { profile, articleIds, storyId, by, at } = move;
  const moved = await db.query(
    `update story_members set story_id = $3, placed_by = $4, placed_at = $5,
       duplicate_of = case when duplicate_of = any($2::bigint[]) then duplicate_of end
     where profile = $1 and article_id = any($2::bigint[])`,
    [profile, articleIds, storyId, by, at],
  );
  await db.query(
    `update story_members set duplicate_of = null where profile = $1 and duplicate_of = any($2::bigint[]) and story_id <> $3`,
    [profile, articleIds, storyId],
  );
  await db.query(`update flags set story_id = $3 where profile = $1 and article_id = any($2::bigint[])`, [
    profile,
    articleIds,
    storyId,
  ]);
  await db.query(
    `update stories s set first_at = least(s.first_at, a.first), last_at = greatest(s.last_at, a.last) from (
       select min(coalesce(v.published_at, a.first_seen_at)) as first, max(coalesce(v.published_at, a.first_seen_at)) as last
       from articles a left join article_versions v on v.id = a.current_version_id where a.id = any($1::bigint[])) a
     where s.id = $2 and a.first is not null`,
    [articleIds, storyId],
  );
  return moved.rowCount ?? 0;
}
