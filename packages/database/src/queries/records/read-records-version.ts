import type { Queryable } from '../../connection/connection.ts';

/** A value that changes whenever a record of the profile is added, changed or withdrawn, so that a worker knows to read them again. */
export async function readRecordsVersion(db: Queryable, profile: string): Promise<string> {
  const { rows } = await db.query<{ version: string }>(
    `select count(*) || '-' || coalesce(max(xmin::text::bigint), 0) || '-' || count(withdrawn_at) as version
     from official_records where profile = $1`,
    [profile],
  );
  return rows[0]?.version ?? '';
}
