import type { Queryable } from '../../connection/connection.ts';
import { ACCOUNT_COLUMNS, type AccountRow } from './account.ts';

/** The account with this e-mail address (compared in lower case); null when there is none. */
export async function findAccountByEmail(db: Queryable, email: string): Promise<AccountRow | null> {
  const result = await db.query<AccountRow>(
    `select ${ACCOUNT_COLUMNS} from identity."user" u where u."email" = lower($1)`,
    [email],
  );
  return result.rows[0] ?? null;
}
