import type { Queryable } from '../../connection/connection.ts';

/** Removes a person's own filter. */
export async function removeFilter(
  db: Queryable,
  filter: { profile: string; owner: string; id: string },
): Promise<void> {
  await db.query('delete from saved_filters where profile = $1 and owner_id = $2 and id = $3', [
    filter.profile,
    filter.owner,
    filter.id,
  ]);
}
