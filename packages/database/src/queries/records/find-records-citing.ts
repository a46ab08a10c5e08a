import type { Queryable } from '../../connection/connection.ts';

/** Ids of standing records that cite this one, in order. */
export async function findRecordsCiting(db: Queryable, recordId: string): Promise<readonly string[]> {
  const result = await db.query<{ id: string }>(
    `select r.id from record_citations c join official_records r on r.id = c.record_id
     where c.cited_id = $1 and r.withdrawn_at is null order by r.id`,
    [recordId],
  );
  return result.rows.map((row) => row.id);
}
