import type { Queryable } from '../../connection/connection.ts';

/** Notes the account that came from a claimed invitation; null gives the invitation back, to be accepted later. */
export async function settleInvitation(db: Queryable, id: string, accountId: string | null): Promise<void> {
  await db.query(
    `update identity.invitations set account_id = $2,
       accepted_at = case when $2::text is null then null else accepted_at end
     where id = $1`,
    [id, accountId],
  );
}
