import type { Queryable } from '../../connection/connection.ts';

export interface SignalView {
  readonly id: string;
  readonly kind: string;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly why: string;
  readonly strength: number;
  readonly struckAt: Date | null;
  readonly evidenceQuote: string | null;
  readonly recordId: string | null;
  readonly recordText: string | null;
  readonly recordDocument: string | null;
  readonly recordSource: string | null;
  readonly recordUrl: string | null;
  readonly recordWithdrawnAt: Date | null;
  readonly articleId: string | null;
  readonly articleTitle: string | null;
  readonly articleOutlet: string | null;
}

/** Signals of one version with the record or article that each rests on, strongest first. */
export async function viewSignals(db: Queryable, profile: string, versionId: string): Promise<readonly SignalView[]> {
  const { rows } = await db.query<SignalView>(
    `select s.id, s.kind, s.quote, s.span_start as start, s.span_end as end, s.why, s.strength, s.struck_at as "struckAt",
       s.evidence_quote as "evidenceQuote", s.record_id as "recordId", r.text as "recordText",
       r.document_number as "recordDocument", r.source as "recordSource", r.source_url as "recordUrl",
       r.withdrawn_at as "recordWithdrawnAt", s.evidence_article_id as "articleId",
       coalesce(v.title, a.listed_title) as "articleTitle", o.name as "articleOutlet"
     from signals s left join official_records r on r.id = s.record_id
     left join articles a on a.id = s.evidence_article_id
     left join article_versions v on v.id = a.current_version_id
     left join outlets o on o.id = a.outlet_id
     where s.profile = $1 and s.article_version_id = $2
     order by s.struck_at nulls first, s.strength desc, s.id`,
    [profile, versionId],
  );
  return rows;
}
