import type { Queryable } from '../../connection/connection.ts';
import type { SavedFilterView } from './view-saved-filters.ts';

/** A filter that a person sees, by its id, or the person's own by its name; null where there is none. */
export async function findSavedFilter(
  db: Queryable,
  reader: { readonly profile: string; readonly id: string },
  by: { readonly id: string } | { readonly name: string },
): Promise<SavedFilterView | null> {
  const { rows } = await db.query<SavedFilterView>(
    `select id, name, query, shared, version, owner_id = $2 as mine from saved_filters
     where profile = $1 and case when $3::bigint is null then owner_id = $2 and name = $4
       else id = $3 and (owner_id = $2 or shared) end`,
    [reader.profile, reader.id, 'id' in by ? by.id : null, 'name' in by ? by.name : null],
  );
  return rows[0] ?? null;
}
