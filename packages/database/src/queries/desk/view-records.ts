import type { Queryable } from '../../connection/connection.ts';

export interface RecordView {
  readonly id: string;
  readonly externalId: string;
  readonly kind: string;
  readonly text: string;
  readonly indicator: string | null;
  readonly value: number | null;
  readonly unit: string | null;
  readonly period: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly documentNumber: string;
  readonly source: string;
  readonly sourceUrl: string;
  readonly withdrawnAt: Date | null;
  readonly withdrawnReason: string | null;
  readonly signals: number;
  readonly version: number;
}

/** Official records, newest first, with how many signals rest on each. */
export async function viewRecords(
  db: Queryable,
  filter: {
    profile: string;
    id: string | null;
    kind: string | null;
    text: string | null;
    afterId: string | null;
    limit: number;
  },
): Promise<readonly RecordView[]> {
  const { rows } = await db.query<RecordView>(
    `select r.id, r.external_id as "externalId", r.kind, r.text, r.indicator, r.value, r.unit, r.period,
       r.valid_from as "validFrom", r.valid_to as "validTo", r.document_number as "documentNumber", r.source,
       r.source_url as "sourceUrl", r.withdrawn_at as "withdrawnAt", r.withdrawn_reason as "withdrawnReason", r.version,
       (select count(*)::int from signals s where s.record_id = r.id) as signals
     from official_records r
     where r.profile = $1 and ($2::text is null or r.kind = $2)
       and ($3::text is null or strpos(fold_tones(lower(r.text || ' ' || r.document_number)), fold_tones(lower($3))) > 0)
       and ($4::bigint is null or r.id < $4)
     and ($6::bigint is null or r.id = $6)
     order by r.id desc limit $5`,
    [filter.profile, filter.kind, filter.text, filter.afterId, filter.limit, filter.id],
  );
  return rows;
}
