import type { Role } from '@lamro/domain';
import type { Queryable } from '../../connection/connection.ts';

export interface NewInvitation {
  readonly tokenSha256: string;
  /** Null for the first administrator, who says it when accepting. */
  readonly email: string | null;
  readonly name: string | null;
  readonly role: Role;
  readonly profile: string;
  readonly agency: string | null;
  readonly invitedBy: string;
  readonly expiresAt: Date;
}

/** Stores an invitation by the hash of its token; the token itself stands only in the link. */
export async function insertInvitation(db: Queryable, invitation: NewInvitation): Promise<void> {
  await db.query(
    `insert into identity.invitations (token_sha256, email, name, role, profile, agency, invited_by, expires_at)
     values ($1, lower($2), $3, $4, $5, $6, $7, $8)`,
    [
      invitation.tokenSha256,
      invitation.email,
      invitation.name,
      invitation.role,
      invitation.profile,
      invitation.agency,
      invitation.invitedBy,
      invitation.expiresAt,
    ],
  );
}
