import { onlyRow, type Queryable } from '../../connection/connection.ts';

/** Opens a story. @returns its id */
export async function insertStory(db: Queryable, story: { profile: string; title: string; at: Date }): Promise<string> {
  const result = await db.query<{ id: string }>(
    'insert into stories (profile, title, first_at, last_at) values ($1, $2, $3, $3) returning id',
    [story.profile, story.title, story.at],
  );
  return onlyRow(result, 'tin vừa mở').id;
}
