import type { Role } from '@lamro/domain';
import type { Queryable } from '../../connection/connection.ts';

export interface InvitationRow {
  readonly id: string;
  readonly email: string | null;
  readonly name: string | null;
  readonly role: Role;
  readonly profile: string;
  readonly agency: string | null;
}

/** The invitation that can still be accepted at `at` with this token's hash, locked until the transaction ends; else null. */
export async function findInvitation(db: Queryable, tokenSha256: string, at: Date): Promise<InvitationRow | null> {
  const result = await db.query<InvitationRow>(
    `select id, email, name, role, profile, agency from identity.invitations
     where token_sha256 = $1 and accepted_at is null and expires_at > $2 for update`,
    [tokenSha256, at],
  );
  return result.rows[0] ?? null;
}
