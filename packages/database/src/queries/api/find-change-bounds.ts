import type { Queryable } from '../../connection/connection.ts';

/** The first and the last position that are kept; both 0 where there is none. */
export async function findChangeBounds(db: Queryable): Promise<{ readonly first: string; readonly last: string }> {
  const { rows } = await db.query<{ first: string; last: string }>(
    'select coalesce(min(position), 0) as first, coalesce(max(position), 0) as last from changes',
  );
  return rows[0] ?? { first: '0', last: '0' };
}
