import type { Queryable } from '../../connection/connection.ts';

/** Ids of cases whose flags, dossier or published clarification lean on these records or this release, in order. */
export async function findCasesRestingOn(
  db: Queryable,
  ground: { readonly recordIds: readonly string[]; readonly releaseId: string | null },
): Promise<readonly string[]> {
  const result = await db.query<{ id: string }>(
    `select cf.case_id as id from case_flags cf
     join flags f on f.id = cf.flag_id
     join signals s on s.article_version_id = f.article_version_id and s.struck_at is null
     where s.record_id = any($1::bigint[])
     union
     select d.case_id from dossier_items d
     where d.superseded_by is null and (d.record_id = any($1::bigint[]) or d.release_id = $2::bigint)
     union
     select l.case_id from official_records r join releases l on l.id = r.release_id where r.id = any($1::bigint[])
     order by id`,
    [ground.recordIds, ground.releaseId],
  );
  return result.rows.map((row) => row.id);
}
