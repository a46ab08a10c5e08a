import type { Queryable } from '../../connection/connection.ts';

export interface AuditView {
  readonly id: string;
  readonly at: Date;
  readonly actor: string;
  readonly actorRole: string;
  readonly action: string;
  readonly objectKind: string;
  readonly objectId: string | null;
}

/** The audit trail of a province, newest first. */
export async function viewAudit(
  db: Queryable,
  filter: { profile: string; afterId: string | null; limit: number },
): Promise<readonly AuditView[]> {
  const { rows } = await db.query<AuditView>(
    `select e.id, e.at, coalesce(u."name", e.actor_id) as actor, e.actor_role as "actorRole", e.action,
       e.object_kind as "objectKind", e.object_id as "objectId"
     from audit_entries e left join identity."user" u on u."id" = e.actor_id
     where e.profile = $1 and ($2::bigint is null or e.id < $2) order by e.id desc limit $3`,
    [filter.profile, filter.afterId, filter.limit],
  );
  return rows;
}
