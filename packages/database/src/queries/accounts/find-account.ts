import type { Queryable } from '../../connection/connection.ts';
import { ACCOUNT_COLUMNS, type AccountRow } from './account.ts';

/** The account with this id, disabled or not; null when there is none. */
export async function findAccount(db: Queryable, id: string): Promise<AccountRow | null> {
  const result = await db.query<AccountRow>(`select ${ACCOUNT_COLUMNS} from identity."user" u where u."id" = $1`, [id]);
  return result.rows[0] ?? null;
}
