import type { Queryable } from '../../connection/connection.ts';

export interface CaseEvidenceRow {
  readonly recordId: string;
  readonly text: string;
  readonly documentNumber: string;
  readonly source: string;
  readonly sourceUrl: string;
}

/** Official records, not withdrawn, that the standing signals of a case's flags lean on. */
export async function listCaseEvidence(db: Queryable, caseId: string): Promise<readonly CaseEvidenceRow[]> {
  const result = await db.query<CaseEvidenceRow>(
    `select distinct on (r.id) r.id as "recordId", r.text, r.document_number as "documentNumber", r.source,
       r.source_url as "sourceUrl"
     from case_flags cf
     join flags f on f.id = cf.flag_id
     join signals s on s.article_version_id = f.article_version_id and s.struck_at is null
     join official_records r on r.id = s.record_id and r.withdrawn_at is null
     where cf.case_id = $1 order by r.id`,
    [caseId],
  );
  return result.rows;
}
