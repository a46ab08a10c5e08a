import type { Queryable } from '../../connection/connection.ts';

const STATEMENTS = {
  source: 'select version from sources where profile = $1 and id = $2::bigint for update',
  record: 'select version from official_records where profile = $1 and id = $2::bigint for update',
  account: 'select "version" as version from identity."user" where "profile" = $1 and "id" = $2 for update',
  filter: 'select version from saved_filters where profile = $1 and id = $2::bigint for update',
} as const;

export type VersionedKind = keyof typeof STATEMENTS;

/** The version of a row, which no other changes until the transaction ends; null where the province has no such row. */
export async function lockRowVersion(
  db: Queryable,
  kind: VersionedKind,
  row: { readonly profile: string; readonly id: string },
): Promise<number | null> {
  const { rows } = await db.query<{ version: number }>(STATEMENTS[kind], [row.profile, row.id]);
  return rows[0]?.version ?? null;
}
