import type { Queryable } from '../../connection/connection.ts';

/** Ids and numbers of a province's cases, oldest first. */
export async function listProfileCases(
  db: Queryable,
  profile: string,
): Promise<
  readonly { readonly id: string; readonly number: string; readonly state: string; readonly version: number }[]
> {
  const result = await db.query<{ id: string; number: string; state: string; version: number }>(
    'select id, number, state, version from cases where profile = $1 order by id',
    [profile],
  );
  return result.rows;
}
