import type { Queryable } from '../../connection/connection.ts';

import { SPOKESPERSON_COLUMNS, type SpokespersonRow } from './spokesperson.ts';

/** One entry of the register, ended or not; null when there is none. */
export async function findSpokesperson(db: Queryable, id: string): Promise<SpokespersonRow | null> {
  const result = await db.query<SpokespersonRow>(
    `select ${SPOKESPERSON_COLUMNS} from spokespersons p where p.id = $1::bigint`,
    [id],
  );
  return result.rows[0] ?? null;
}
