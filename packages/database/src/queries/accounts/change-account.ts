import type { Role } from '@lamro/domain';
import type { Queryable } from '../../connection/connection.ts';

export interface AccountChange {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly agency: string | null;
  readonly disabledAt: Date | null;
}

/** Writes an account's name, role, agency and whether it is disabled. Returns false when there is no such account. */
export async function changeAccount(db: Queryable, change: AccountChange): Promise<boolean> {
  const result = await db.query(
    `update identity."user" set "name" = $2, "role" = $3, "agency" = $4, "disabledAt" = $5, "updatedAt" = now()
     where "id" = $1`,
    [change.id, change.name, change.role, change.agency, change.disabledAt],
  );
  return result.rowCount === 1;
}
