import type { Queryable } from '../../connection/connection.ts';

import { FLAG_COLUMNS, type FlagRow } from './flag.ts';

/** The flags with these ids, each locked until the transaction ends; in order of id, so that two callers never deadlock. */
export async function lockFlags(db: Queryable, ids: readonly string[]): Promise<readonly FlagRow[]> {
  const result = await db.query<FlagRow>(
    `select ${FLAG_COLUMNS} from flags f join articles a on a.id = f.article_id
     where f.id = any($1::bigint[]) order by f.id for update of f`,
    [ids],
  );
  return result.rows;
}
