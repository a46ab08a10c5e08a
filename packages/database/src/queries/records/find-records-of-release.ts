import type { Queryable } from '../../connection/connection.ts';

/** Ids of standing official records that say what a release said. */
export async function findRecordsOfRelease(db: Queryable, releaseId: string): Promise<readonly string[]> {
  const result = await db.query<{ id: string }>(
    'select id from official_records where release_id = $1 and withdrawn_at is null order by id',
    [releaseId],
  );
  return result.rows.map((row) => row.id);
}
