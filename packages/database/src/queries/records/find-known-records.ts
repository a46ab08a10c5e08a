import type { Queryable } from '../../connection/connection.ts';

/** Which of these external ids a profile has a record of already, withdrawn ones too. */
export async function findKnownRecords(
  db: Queryable,
  profile: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await db.query<{ id: string }>(
    'select external_id as id from official_records where profile = $1 and external_id = any($2)',
    [profile, ids],
  );
  return new Set(rows.map((row) => row.id));
}
