import type { Queryable } from '../../connection/connection.ts';

export interface NewAuditEntry {
  readonly profile: string | null;
  readonly actorId: string;
  readonly actorRole: string;
  readonly action: string;
  readonly objectKind: string;
  readonly objectId: string | null;
  /** Ids and rule names only, never the content that was read or refused. */
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
  readonly at: Date;
}

/** Appends one line to the trail of reading and administering. */
export async function insertAuditEntry(db: Queryable, entry: NewAuditEntry): Promise<void> {
  await db.query(
    `insert into public.audit_entries (profile, actor_id, actor_role, action, object_kind, object_id, detail, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      entry.profile,
      entry.actorId,
      entry.actorRole,
      entry.action,
      entry.objectKind,
      entry.objectId,
      JSON.stringify(entry.detail),
      entry.at,
    ],
  );
}
