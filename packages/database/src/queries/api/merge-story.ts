import type { Queryable } from '../../connection/connection.ts';

/** Marks a story as merged into another and moves its articles there. */
export async function mergeStory(
  db: Queryable,
  merge: { profile: string; storyId: string; into: string; by: string; at: Date },
): Promise<void> {
  const { profile, storyId, into, by, at } = merge;
  await db.query(
    `update story_members set story_id = $3, placed_by = $4, placed_at = $5 where profile = $1 and story_id = $2`,
    [profile, storyId, into, by, at],
  );
  await db.query('update flags set story_id = $3 where profile = $1 and story_id = $2', [profile, storyId, into]);
  await db.query('update stories set merged_into = $3 where profile = $1 and id = $2', [profile, storyId, into]);
  await db.query(
    `update stories s set first_at = least(s.first_at, o.first_at), last_at = greatest(s.last_at, o.last_at)
     from stories o where s.id = $2 and o.id = $1`,
    [storyId, into],
  );
}
