import type { Queryable } from '../../connection/connection.ts';

export interface TellingRow {
  readonly article_id: string;
  readonly url: string;
  readonly title: string;
  readonly body: string;
  readonly language: string;
  readonly published_at: Date | null;
  readonly country: string;
  readonly first_seen_at: Date;
}

/** The other articles of a story as they stand now, the oldest first. */
export async function findOtherTellings(
  db: Queryable,
  story: { storyId: string; except: string; limit: number },
): Promise<TellingRow[]> {
  const { rows } = await db.query<TellingRow>(
    `select a.id as article_id, a.canonical_url as url, v.title, v.body, v.language, v.published_at, o.country, a.first_seen_at
     from story_members m
     join articles a on a.id = m.article_id
     join article_versions v on v.id = a.current_version_id
     join outlets o on o.id = a.outlet_id
     where m.story_id = $1 and a.id <> $2
     order by coalesce(v.published_at, a.first_seen_at), a.id
     limit $3`,
    [story.storyId, story.except, story.limit],
  );
  return rows;
}
