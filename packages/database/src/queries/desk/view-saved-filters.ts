import type { Queryable } from '../../connection/connection.ts';

export interface SavedFilterView {
  readonly id: string;
  readonly name: string;
  /** Query string of the stream, without the leading question mark. */
  readonly query: string;
  readonly shared: boolean;
  readonly mine: boolean;
  readonly version: number;
}

/** Filters of one person and those shared in the province. */
export async function viewSavedFilters(
  db: Queryable,
  profile: string,
  reader: string,
): Promise<readonly SavedFilterView[]> {
  const { rows } = await db.query<SavedFilterView>(
    `select id, name, query, shared, version, owner_id = $2 as mine from saved_filters
     where profile = $1 and (owner_id = $2 or shared) order by owner_id <> $2, name, id limit 100`,
    [profile, reader],
  );
  return rows;
}
