import type { Queryable } from '../../connection/connection.ts';

export interface PrecedentRow {
  readonly caseId: string;
  readonly number: string;
  readonly title: string;
  readonly releaseId: string;
  readonly channel: string;
  readonly releasedAt: Date;
}

/** Earlier answers of the province, not withdrawn, that leaned on the same official records as this case; newest first. */
export async function findPrecedents(db: Queryable, caseId: string, limit: number): Promise<readonly PrecedentRow[]> {
  const result = await db.query<PrecedentRow>(
    `with mine as (
       select distinct s.record_id from case_flags cf
       join flags f on f.id = cf.flag_id
       join signals s on s.article_version_id = f.article_version_id
       where cf.case_id = $1 and s.record_id is not null and s.struck_at is null)
     select distinct on (c.id) c.id as "caseId", c.number, c.title, l.id as "releaseId", l.channel,
       l.released_at as "releasedAt"
     from mine
     join signals s on s.record_id = mine.record_id and s.struck_at is null
     join flags f on f.article_version_id = s.article_version_id
     join case_flags cf on cf.flag_id = f.id
     join cases c on c.id = cf.case_id and c.id <> $1
     join releases l on l.case_id = c.id and l.withdrawn_at is null
     order by c.id desc, l.id desc limit $2`,
    [caseId, limit],
  );
  return result.rows;
}
