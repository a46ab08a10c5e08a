import type { Queryable } from '../../connection/connection.ts';
import { ACCOUNT_COLUMNS, type AccountRow } from './account.ts';

/** Accounts of one province by agency and name; the provincial office (no agency) first. */
export async function listAccounts(db: Queryable, profile: string): Promise<readonly AccountRow[]> {
  const result = await db.query<AccountRow>(
    `select ${ACCOUNT_COLUMNS} from identity."user" u where u."profile" = $1
     order by u."agency" nulls first, u."name", u."id"`,
    [profile],
  );
  return result.rows;
}
