import type { Queryable } from '../../connection/connection.ts';

/** The first position that is kept, and the last one given. Where nothing is kept, the first is the one to come. */
export async function findChangeBounds(db: Queryable): Promise<{ readonly first: string; readonly last: string }> {
  const { rows } = await db.query<{ first: string; last: string }>(
    `select coalesce((select min(position) from changes), case last when 0 then 0 else last + 1 end) as first, last
     from change_position`,
  );
  return rows[0] ?? { first: '0', last: '0' };
}
