import type { OfficialRecord } from '@lamro/domain';
import type { Queryable } from '../../connection/connection.ts';

export interface RecordRow {
  readonly id: string;
  readonly profile: string;
  readonly externalId: string;
  readonly kind: OfficialRecord['kind'];
  readonly source: string;
  readonly documentNumber: string;
  readonly releaseId: string | null;
  readonly withdrawnAt: Date | null;
}

/** One official record, locked until the transaction ends; null when there is none. */
export async function lockRecord(db: Queryable, id: string): Promise<RecordRow | null> {
  const result = await db.query<RecordRow>(
    `select id, profile, external_id as "externalId", kind, source, document_number as "documentNumber",
       release_id as "releaseId", withdrawn_at as "withdrawnAt"
     from official_records where id = $1::bigint for update`,
    [id],
  );
  return result.rows[0] ?? null;
}
