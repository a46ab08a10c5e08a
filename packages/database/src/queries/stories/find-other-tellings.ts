import type { Queryable } from '../../connection/connection.ts';
import { TELLING_COLUMNS, TELLING_JOINS, type TellingRow } from './telling.ts';

/** The other articles of a story as they stand now, the oldest first: the first tellings and the latest where there are many. */
export async function findOtherTellings(
  db: Queryable,
  story: { storyId: string; except: string; first: number; latest: number },
): Promise<TellingRow[]> {
  const { rows } = await db.query<TellingRow>(
    `with dated as (
       select m.article_id, coalesce(v.published_at, a.first_seen_at) as at
       from story_members m join articles a on a.id = m.article_id join article_versions v on v.id = a.current_version_id
       where m.story_id = $1 and m.article_id <> $2),
     chosen as (
       (select * from dated order by at, article_id limit $3) union (select * from dated order by at desc, article_id desc limit $4))
     select ${TELLING_COLUMNS} from chosen join articles a on a.id = chosen.article_id ${TELLING_JOINS}
     order by chosen.at, a.id`,
    [story.storyId, story.except, story.first, story.latest],
  );
  return rows;
}
