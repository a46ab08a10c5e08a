import { onlyRow, type Queryable } from '../../connection/connection.ts';

export interface NewClarification {
  readonly profile: string;
  readonly externalId: string;
  readonly text: string;
  readonly documentNumber: string;
  readonly source: string;
  readonly sourceUrl: string;
  /** Local day from which it counts, `2026-11-22`. */
  readonly validFrom: string;
  readonly releaseId: string;
  /** Official records that it rests on. */
  readonly cites: readonly string[];
}

/** Writes what a release said as an official record, with the records that it cites. Returns its id. */
export async function insertClarification(db: Queryable, row: NewClarification): Promise<string> {
  const result = await db.query<{ id: string }>(
    `with written as (
       insert into official_records (profile, external_id, kind, text, valid_from, document_number, source, source_url, release_id)
       values ($1, $2, 'clarification', $3, $4, $5, $6, $7, $8) returning id),
     cited as (
       insert into record_citations (record_id, cited_id, profile)
       select written.id, cite, $1 from written, unnest($9::bigint[]) as cite)
     select id from written`,
    [
      row.profile,
      row.externalId,
      row.text,
      row.validFrom,
      row.documentNumber,
      row.source,
      row.sourceUrl,
      row.releaseId,
      row.cites,
    ],
  );
  return onlyRow(result, 'thông tin làm rõ vừa ghi').id;
}
