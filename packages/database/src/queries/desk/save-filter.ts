import type { Queryable } from '../../connection/connection.ts';

/** Saves a filter under a name; the same name of the same person is written over. */
export async function saveFilter(
  db: Queryable,
  filter: { profile: string; owner: string; name: string; query: string; shared: boolean },
): Promise<void> {
  await db.query(
    `insert into saved_filters (profile, owner_id, name, query, shared) values ($1, $2, $3, $4, $5)
     on conflict (profile, owner_id, name) do update set query = excluded.query, shared = excluded.shared`,
    [filter.profile, filter.owner, filter.name, filter.query, filter.shared],
  );
}
