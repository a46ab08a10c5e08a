import {
  claimInvitation,
  countAdministrators,
  findAccount,
  type InvitationRow,
  insertInvitation,
  inTransaction,
  type Pool,
  settleInvitation,
} from '@lamro/database';
import { roleSchema } from '@lamro/domain';
import { z } from 'zod';
import { type CredentialWriter, checkAgency, checkPassword, type NewAccount, writeAccount } from './account-book.ts';
import { IdentityError } from './identity-error.ts';
import { createToken, hashToken } from './token.ts';
import { noteChange } from './trail.ts';

const DAYS_VALID = 7;

const invitationSchema = z.object({
  email: z.email().nullable(),
  name: z.string().trim().min(1).nullable(),
  role: roleSchema,
  agency: z.string().min(1).nullable(),
  profile: z.string().min(1),
  invitedBy: z.string().min(1),
});
export type Invitation = z.input<typeof invitationSchema>;

/** Stores an invitation valid for seven days and returns its token. */
export async function writeInvitation(pool: Pool, input: Invitation, at: Date): Promise<string> {
  const invitation = invitationSchema.parse(input);
  checkAgency(invitation.role, invitation.agency);
  const token = createToken();
  const expiresAt = new Date(at.getTime() + DAYS_VALID * 24 * 3600 * 1000);
  const { invitedBy, profile, role } = invitation;
  await inTransaction(pool, async (db) => {
    await insertInvitation(db, { ...invitation, tokenSha256: hashToken(token), expiresAt });
    const by = await findAccount(db, invitedBy);
    await noteChange(db, { action: 'invite-account', account: { id: null, profile }, by, at, detail: { role } });
  });
  return token;
}

export const acceptanceSchema = z.object({
  token: z.string().min(1),
  /** Needed only where the invitation names no address (the first administrator). */
  email: z.email().optional(),
  name: z.string().trim().min(1).optional(),
  password: z.string(),
});
export type Acceptance = z.input<typeof acceptanceSchema>;

/**
 * Turns an invitation into an account. A token works once: of two uses at the same time, one gets it.
 *
 * @throws IdentityError for an unknown, used or expired invitation, a missing address, or a password outside the rule
 */
export async function useInvitation(
  pool: Pool,
  credentials: CredentialWriter,
  input: Acceptance,
  at: Date,
): Promise<string> {
  const acceptance = acceptanceSchema.parse(input);
  checkPassword(acceptance.password);
  const invitation = await claimInvitation(pool, hashToken(acceptance.token), at);
  if (invitation === null) {
    throw new IdentityError(
      'invitation-invalid',
      'Liên kết mời không đúng, đã dùng hoặc đã hết hạn: hãy xin quản trị viên liên kết mới.',
    );
  }
  try {
    const account = accountOf(invitation, acceptance);
    const accountId = await writeAccount(pool, credentials, account);
    await inTransaction(pool, async (db) => {
      await settleInvitation(db, invitation.id, accountId);
      const by = { id: accountId, role: invitation.role };
      const { profile } = invitation;
      await noteChange(db, { action: 'accept-invitation', account: { id: accountId, profile }, by, at });
    });
    return accountId;
  } catch (error) {
    // Whoever mistyped something may try again with the same link.
    await settleInvitation(pool, invitation.id, null);
    throw error;
  }
}

function accountOf(invitation: InvitationRow, acceptance: z.output<typeof acceptanceSchema>): NewAccount {
  const email = invitation.email ?? acceptance.email;
  if (email === undefined) {
    throw new IdentityError('email-required', 'Hãy nhập địa chỉ thư điện tử cho tài khoản.');
  }
  const { role, agency, profile } = invitation;
  const name = acceptance.name ?? invitation.name ?? email;
  return { email, name, role, agency, profile, password: acceptance.password };
}

/** The token of a link by which a fresh installation gets its first administrator; null once one exists. */
export async function writeFirstInvitation(pool: Pool, profile: string, at: Date): Promise<string | null> {
  if ((await countAdministrators(pool)) > 0) return null;
  const first = {
    email: null,
    name: null,
    role: 'administrator',
    agency: null,
    profile,
    invitedBy: 'installation',
  } as const;
  return writeInvitation(pool, first, at);
}
