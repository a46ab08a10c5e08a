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

/** Takes the invitation with this token's hash, if it can still be accepted at `at`: of two callers, one gets it. Else null. */
export async function claimInvitation(db: Queryable, tokenSha256: string, at: Date): Promise<InvitationRow | null> {
  const result = await db.query<InvitationRow>(
    `update identity.invitations set accepted_at = $2
     where token_sha256 = $1 and accepted_at is null and expires_at > $2
     returning id, email, name, role, profile, agency`,
    [tokenSha256, at],
  );
  return result.rows[0] ?? null;
}
