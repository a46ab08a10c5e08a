import type { Queryable } from '../../connection/connection.ts';

import { RESPONSE_COLUMNS, type ResponseRow } from './response.ts';

/** All versions of a case's responses, by language and number. */
export async function listResponses(db: Queryable, caseId: string): Promise<readonly ResponseRow[]> {
  const result = await db.query<ResponseRow>(
    `select ${RESPONSE_COLUMNS} from responses r where r.case_id = $1 order by r.language, r.number`,
    [caseId],
  );
  return result.rows;
}
