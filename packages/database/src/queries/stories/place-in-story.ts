import type { Queryable } from '../../connection/connection.ts';

export interface StoryPlace {
  readonly profile: string;
  readonly articleId: string;
  readonly storyId: string;
  readonly duplicateOf: string | null;
  readonly score: number;
  readonly at: Date;
}

/** Puts an article into a story unless it stands in one already: what a person moved is not moved back. */
export async function placeInStory(db: Queryable, place: StoryPlace): Promise<void> {
  await db.query(
    `with placed as (
       insert into story_members (article_id, profile, story_id, duplicate_of, score) values ($1, $2, $3, $4, $5)
       on conflict (article_id) do nothing returning story_id
     )
     update stories set first_at = least(first_at, $6), last_at = greatest(last_at, $6) from placed where stories.id = placed.story_id`,
    [place.articleId, place.profile, place.storyId, place.duplicateOf, place.score, place.at],
  );
}
