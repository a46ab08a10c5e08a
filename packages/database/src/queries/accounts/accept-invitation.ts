import type { Queryable } from '../../connection/connection.ts';

/** Marks an invitation as used by the account that came from it. */
export async function acceptInvitation(db: Queryable, id: string, accountId: string, at: Date): Promise<void> {
  await db.query('update identity.invitations set accepted_at = $3, account_id = $2 where id = $1', [
    id,
    accountId,
    at,
  ]);
}
