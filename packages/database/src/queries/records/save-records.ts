import type { OfficialRecord } from '@lamro/domain';
import type { Queryable } from '../../connection/connection.ts';

/** Writes official records under their external ids; a changed one replaces its text and figures, but nothing replaces what a release of ours said. @returns how many are new or changed */
export async function saveRecords(db: Queryable, profile: string, records: readonly OfficialRecord[]): Promise<number> {
  if (records.length === 0) return 0;
  const result = await db.query(
    `insert into official_records as old (profile, external_id, kind, text, indicator, value, unit, period, valid_from, valid_to,
       document_number, source, source_url)
     select $1, row.* from jsonb_to_recordset($2::jsonb) as row (id text, kind text, text text, indicator text, value double precision,
       unit text, period text, "validFrom" date, "validTo" date, "documentNumber" text, source text, "sourceUrl" text)
     on conflict (profile, external_id) do update set kind = excluded.kind, text = excluded.text, indicator = excluded.indicator,
       value = excluded.value, unit = excluded.unit, period = excluded.period, valid_from = excluded.valid_from,
       valid_to = excluded.valid_to, document_number = excluded.document_number, source = excluded.source, source_url = excluded.source_url
       where old.release_id is null and (old.kind, old.text, old.indicator, old.value, old.unit, old.period, old.valid_from, old.valid_to, old.document_number,
         old.source, old.source_url) is distinct from (excluded.kind, excluded.text, excluded.indicator, excluded.value, excluded.unit,
         excluded.period, excluded.valid_from, excluded.valid_to, excluded.document_number, excluded.source, excluded.source_url)`,
    [profile, JSON.stringify(records)],
  );
  return result.rowCount ?? 0;
}
