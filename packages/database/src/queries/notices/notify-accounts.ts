import type { NoticeKind, Role } from '@lamro/domain';
import type { Queryable } from '../../connection/connection.ts';

export interface AccountNotice {
  readonly profile: string;
  /** Roles that are told. */
  readonly roles: readonly Role[];
  /**
   * Agencies whose officers and leaders are told. Analysts and coordinators work for the whole province, and accounts without
   * agency belong to its office: they are told whatever the agency.
   */
  readonly agencies: readonly string[];
  readonly except: string | null;
  readonly kind: NoticeKind;
  readonly title: string;
  readonly body: string;
  readonly link: string | null;
  /** The same notice to the same person is stored once. */
  readonly dedupeKey: string;
}

/** Writes a notice for each account that is meant. Returns how many are new. */
export async function notifyAccounts(db: Queryable, notice: AccountNotice): Promise<number> {
  const result = await db.query(
    `insert into notices (profile, recipient_id, kind, title, body, link, dedupe_key)
     select $1, u."id", $5, $6, $7, $8, $9 from identity."user" u
     where u."profile" = $1 and u."disabledAt" is null and u."role" = any($2::text[])
       and (u."agency" is null or u."role" in ('analyst', 'coordinator') or u."agency" = any($3::text[])) and u."id" is distinct from $4
     on conflict (profile, recipient_id, dedupe_key) do nothing`,
    [
      notice.profile,
      notice.roles,
      notice.agencies,
      notice.except,
      notice.kind,
      notice.title,
      notice.body,
      notice.link,
      notice.dedupeKey,
    ],
  );
  return result.rowCount ?? 0;
}
