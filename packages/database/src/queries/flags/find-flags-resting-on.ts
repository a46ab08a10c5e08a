import type { Queryable } from '../../connection/connection.ts';

export interface RestingFlagRow {
  readonly id: string;
  readonly caseId: string | null;
  /** Whether other evidence of it still stands. */
  readonly stillEvidenced: boolean;
}

/** Confirmed flags with a standing signal that leans on this record, in order of id. */
export async function findFlagsRestingOn(db: Queryable, recordId: string): Promise<readonly RestingFlagRow[]> {
  const result = await db.query<RestingFlagRow>(
    `select f.id, cf.case_id as "caseId", exists (
         select 1 from signals other left join official_records r on r.id = other.record_id
         where other.article_version_id = f.article_version_id and other.struck_at is null
           and other.evidence_quote is not null and other.record_id is distinct from $1::bigint
           and r.withdrawn_at is null) as "stillEvidenced"
     from flags f left join case_flags cf on cf.flag_id = f.id
     where f.state = 'confirmed' and exists (select 1 from signals s
       where s.article_version_id = f.article_version_id and s.record_id = $1::bigint and s.struck_at is null)
     order by f.id`,
    [recordId],
  );
  return result.rows;
}
