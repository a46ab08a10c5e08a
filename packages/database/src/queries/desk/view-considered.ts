import type { Queryable } from '../../connection/connection.ts';

export interface ConsideredView {
  readonly kind: string;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly why: string;
  readonly strength: number;
  /** What speaks against it, in Vietnamese. */
  readonly doubt: string;
  readonly evidenceQuote: string | null;
  readonly recordId: string | null;
  readonly recordDocument: string | null;
  readonly recordSource: string | null;
  readonly recordUrl: string | null;
  readonly recordWithdrawnAt: Date | null;
}

/** Signals of one version that the classifier weighed and took back, strongest first, with the record that each was held against. */
export async function viewConsidered(
  db: Queryable,
  profile: string,
  versionId: string,
): Promise<readonly ConsideredView[]> {
  const { rows } = await db.query<ConsideredView>(
    `select c.kind, c.quote, c.start, c.end, c.why, c.strength, c.doubt, c.evidence ->> 'quote' as "evidenceQuote",
       r.id as "recordId", r.document_number as "recordDocument", r.source as "recordSource", r.source_url as "recordUrl",
       r.withdrawn_at as "recordWithdrawnAt"
     from judgements j
     cross join lateral jsonb_to_recordset(j.considered)
       as c (kind text, quote text, start int, "end" int, why text, strength real, doubt text, evidence jsonb)
     left join official_records r on r.profile = j.profile and r.external_id = c.evidence ->> 'recordId'
     where j.profile = $1 and j.article_version_id = $2
     order by c.strength desc, c.start`,
    [profile, versionId],
  );
  return rows;
}
