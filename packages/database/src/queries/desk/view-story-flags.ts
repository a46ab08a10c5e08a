import type { Queryable } from '../../connection/connection.ts';

export interface StoryFlagView {
  readonly id: string;
  readonly state: string;
  readonly title: string;
  readonly outlet: string;
  readonly language: string;
}

/** Other flags on tellings of the same story that are in no case and neither dismissed nor withdrawn, oldest first, at most fifty. */
export async function viewStoryFlags(
  db: Queryable,
  profile: string,
  flag: { id: string; articleId: string },
): Promise<readonly StoryFlagView[]> {
  const { rows } = await db.query<StoryFlagView>(
    `select f.id, f.state, v.title, o.name as outlet, v.language
     from story_members mine join story_members m on m.story_id = mine.story_id
     join flags f on f.article_id = m.article_id join articles a on a.id = f.article_id
     join outlets o on o.id = a.outlet_id join article_versions v on v.id = f.article_version_id
     where mine.article_id = $3 and f.profile = $1 and f.id <> $2 and f.state not in ('dismissed', 'withdrawn')
       and not exists (select 1 from case_flags c where c.flag_id = f.id)
     order by f.id limit 50`,
    [profile, flag.id, flag.articleId],
  );
  return rows;
}
