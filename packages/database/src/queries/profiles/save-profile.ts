import type { Queryable } from '../../connection/connection.ts';

export interface ProfileRow {
  readonly id: string;
  readonly name: string;
  readonly content: unknown;
  readonly contentHash: string;
}

/** Stores a profile as it was loaded; unchanged content leaves the row untouched. */
export async function saveProfile(db: Queryable, profile: ProfileRow): Promise<void> {
  await db.query(
    `insert into profiles (id, name, content, content_hash) values ($1, $2, $3, $4)
     on conflict (id) do update
       set name = excluded.name, content = excluded.content, content_hash = excluded.content_hash, loaded_at = now()
       where profiles.content_hash <> excluded.content_hash`,
    [profile.id, profile.name, JSON.stringify(profile.content), profile.contentHash],
  );
}
