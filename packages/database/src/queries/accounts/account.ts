import type { Role } from '@lamro/domain';

/** One account as administrators see it. */
export interface AccountRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly profile: string;
  readonly agency: string | null;
  readonly secondFactor: boolean;
  readonly disabledAt: Date | null;
  readonly createdAt: Date;
  /** Counts changes of name, address, role, agency, and of being open or closed. */
  readonly version: number;
}

/** Columns of {@link AccountRow}, to be read from `identity."user" u`. */
export const ACCOUNT_COLUMNS = `u."id", u."name", u."email", u."role", u."profile", u."agency",
  coalesce(u."twoFactorEnabled", false) as "secondFactor", u."disabledAt", u."createdAt", u."version"`;
