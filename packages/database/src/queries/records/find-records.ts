import { type OfficialRecord, officialRecordSchema } from '@lamro/domain';
import { z } from 'zod';
import type { Queryable } from '../../connection/connection.ts';

/** Every record of a profile that stands (not withdrawn), oldest first. */
export async function findRecords(db: Queryable, profile: string): Promise<OfficialRecord[]> {
  const { rows } = await db.query<Record<string, unknown>>(
    `select external_id as id, kind, text, indicator, value, unit, period, valid_from as "validFrom", valid_to as "validTo",
       document_number as "documentNumber", source, source_url as "sourceUrl"
     from official_records where profile = $1 and withdrawn_at is null order by id`,
    [profile],
  );
  return z.array(officialRecordSchema).parse(rows);
}
