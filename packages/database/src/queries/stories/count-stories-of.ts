import { onlyRow, type Queryable } from '../../connection/connection.ts';

/** Over how many stories these articles are spread; an article in no story counts for none. */
export async function countStoriesOf(db: Queryable, articleIds: readonly string[]): Promise<number> {
  const result = await db.query<{ stories: number }>(
    `select count(distinct coalesce(s.merged_into, s.id))::int as stories
     from story_members m join stories s on s.id = m.story_id where m.article_id = any($1::bigint[])`,
    [articleIds],
  );
  return onlyRow(result, 'số câu chuyện của các bài').stories;
}
