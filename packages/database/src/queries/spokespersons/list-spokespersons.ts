import type { Queryable } from '../../connection/connection.ts';

import { SPOKESPERSON_COLUMNS, type SpokespersonRow } from './spokesperson.ts';

/** A province's register of speakers, those in office first. */
export async function listSpokespersons(db: Queryable, profile: string): Promise<readonly SpokespersonRow[]> {
  const result = await db.query<SpokespersonRow>(
    `select ${SPOKESPERSON_COLUMNS} from spokespersons p where p.profile = $1
     order by p.ended_at is not null, p.agency, p.valid_from desc, p.id`,
    [profile],
  );
  return result.rows;
}
