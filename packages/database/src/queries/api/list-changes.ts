import type { Queryable } from '../../connection/connection.ts';

export interface ChangeRow {
  readonly position: string;
  readonly profile: string;
  readonly kind: string;
  readonly objectKind: string;
  readonly objectId: string;
  readonly agencies: readonly string[] | null;
  readonly recipientId: string | null;
  readonly detail: unknown;
  readonly at: Date;
}

/** Placed changes after a position, in their order; of one province or of all. */
export async function listChanges(
  db: Queryable,
  filter: { after: string; profile: string | null; limit: number },
): Promise<readonly ChangeRow[]> {
  const { rows } = await db.query<ChangeRow>(
    `select position, profile, kind, object_kind as "objectKind", object_id as "objectId", agencies,
       recipient_id as "recipientId", detail, at
     from changes where position > $1 and ($2::text is null or profile = $2) order by position limit $3`,
    [filter.after, filter.profile, filter.limit],
  );
  return rows;
}
