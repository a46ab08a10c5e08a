import type { Queryable } from '../../connection/connection.ts';

export interface AuditEntryRow {
  readonly id: string;
  readonly at: Date;
  readonly actorId: string;
  readonly actorRole: string;
  readonly action: string;
  readonly objectKind: string;
  readonly objectId: string | null;
  readonly detail: unknown;
}

/** A province's audit trail before an id, newest first. */
export async function listAuditEntries(
  db: Queryable,
  profile: string,
  page: { readonly before: string | null; readonly limit: number },
): Promise<readonly AuditEntryRow[]> {
  const result = await db.query<AuditEntryRow>(
    `select id, at, actor_id as "actorId", actor_role as "actorRole", action, object_kind as "objectKind",
       object_id as "objectId", detail
     from audit_entries where profile = $1 and ($2::bigint is null or id < $2::bigint) order by id desc limit $3`,
    [profile, page.before, page.limit],
  );
  return result.rows;
}
