import {
  type AccountRow,
  changeAccount,
  countAdministrators,
  endSessions,
  findAccount,
  findAccountByEmail,
  inTransaction,
  lockRowVersion,
  type Pool,
} from '@lamro/database';
import { type Role, roleSchema } from '@lamro/domain';
import { z } from 'zod';
import type { Actor } from '../actor/actor.ts';
import { IdentityError } from './identity-error.ts';
import { PASSWORD_LENGTH } from './settings.ts';
import { noteChange } from './trail.ts';

export const newAccountSchema = z.object({
  email: z.email().transform((email) => email.toLowerCase()),
  name: z.string().trim().min(1),
  role: roleSchema,
  agency: z.string().min(1).nullable(),
  profile: z.string().min(1),
  password: z.string(),
});
export type NewAccount = z.input<typeof newAccountSchema>;

/** The part of better-auth that writes users and credentials. */
export interface CredentialWriter {
  readonly password: { hash(password: string): Promise<string> };
  readonly internalAdapter: {
    createUser(
      user: Record<string, unknown> & { email: string; name: string },
      source: { method: 'email-password' },
    ): Promise<{ id: string }>;
    linkAccount(account: { userId: string; providerId: string; accountId: string; password: string }): Promise<unknown>;
    deleteUser(userId: string): Promise<void>;
  };
}

/**
 * Writes an account with its password.
 *
 * @throws IdentityError for a taken address, an officer without agency, or a password outside the length rule
 */
export async function writeAccount(pool: Pool, credentials: CredentialWriter, input: NewAccount): Promise<string> {
  const account = newAccountSchema.parse(input);
  checkPassword(account.password);
  checkAgency(account.role, account.agency);
  if ((await findAccountByEmail(pool, account.email)) !== null) {
    throw new IdentityError(
      'email-taken',
      `Địa chỉ ${account.email} đã có tài khoản: hãy sửa tài khoản đó hoặc dùng địa chỉ khác.`,
    );
  }
  const password = await credentials.password.hash(account.password);
  const { email, name, role, agency, profile } = account;
  const user = await credentials.internalAdapter.createUser(
    { email, name, role, agency, profile, emailVerified: true },
    { method: 'email-password' },
  );
  try {
    await credentials.internalAdapter.linkAccount({
      userId: user.id,
      providerId: 'credential',
      accountId: user.id,
      password,
    });
  } catch (error) {
    // Without its password the account could never be used, yet would hold the address.
    await credentials.internalAdapter.deleteUser(user.id);
    throw error;
  }
  return user.id;
}

export function checkPassword(password: string): void {
  if (password.length < PASSWORD_LENGTH.min) {
    throw new IdentityError('password-too-short', `Mật khẩu phải có ít nhất ${PASSWORD_LENGTH.min} ký tự.`);
  }
  if (password.length > PASSWORD_LENGTH.max) {
    throw new IdentityError('password-too-long', `Mật khẩu dài nhất ${PASSWORD_LENGTH.max} ký tự.`);
  }
}

export function checkAgency(role: Role, agency: string | null): void {
  if (role === 'officer' && agency === null) {
    throw new IdentityError(
      'agency-required',
      'Cán bộ cơ quan phải thuộc một cơ quan: hãy chọn cơ quan cho tài khoản.',
    );
  }
}

export interface AccountEdit {
  readonly id: string;
  readonly name?: string;
  readonly role?: Role;
  readonly agency?: string | null;
  readonly disabled?: boolean;
  /** Version that the person saw; when the account has changed since, the change is refused. */
  readonly expectedVersion?: number;
}

/**
 * Changes an account; what a change takes away ends at once, because its sessions end.
 *
 * @returns its version after the change
 * @throws IdentityError when it is unknown, has changed since it was seen, an officer would lose the agency, or the last administrator would go
 */
export async function editAccount(pool: Pool, edit: AccountEdit, by: Actor | null, at: Date): Promise<number> {
  return inTransaction(pool, async (db) => {
    const known = await findAccount(db, edit.id);
    const version = known === null ? null : await lockRowVersion(db, 'account', known);
    const before = await findAccount(db, edit.id);
    if (before === null || version === null)
      throw new IdentityError('account-unknown', 'Không có tài khoản này: hãy tải lại danh sách.');
    if (edit.expectedVersion !== undefined && edit.expectedVersion !== version)
      throw new IdentityError(
        'account-changed',
        'Tài khoản vừa được người khác thay đổi: hãy tải lại, xem thay đổi rồi sửa tiếp.',
        version,
      );
    const after = applyEdit(before, edit, at);
    checkAgency(after.role, after.agency);
    await changeAccount(db, after);
    // Counted after the change: within the transaction it sees what would remain.
    if (before.role === 'administrator' && (await countAdministrators(db)) === 0) {
      throw new IdentityError(
        'last-administrator',
        'Đây là quản trị viên cuối cùng: hãy lập quản trị viên khác trước.',
      );
    }
    if (after.disabledAt !== null || after.role !== before.role || after.agency !== before.agency) {
      await endSessions(db, edit.id);
    }
    await noteChange(db, { action: actionOf(edit), account: before, by, at, detail: { changed: changedIn(edit) } });
    return (await findAccount(db, edit.id))?.version ?? version;
  });
}

/** Closing and opening are looked for by name; the rest is told by its fields. */
function actionOf({ disabled }: AccountEdit): string {
  if (disabled === undefined) return 'change-account';
  return disabled ? 'disable-account' : 'enable-account';
}

function changedIn({ id: _, expectedVersion: _seen, ...fields }: AccountEdit): string {
  return Object.keys(fields).join(',');
}

function applyEdit(before: AccountRow, edit: AccountEdit, at: Date) {
  const disabledAt = edit.disabled === undefined ? before.disabledAt : edit.disabled ? (before.disabledAt ?? at) : null;
  return {
    id: before.id,
    name: edit.name ?? before.name,
    role: edit.role ?? before.role,
    agency: edit.agency === undefined ? before.agency : edit.agency,
    disabledAt,
  };
}
