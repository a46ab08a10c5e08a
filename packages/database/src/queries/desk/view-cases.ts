import type { Queryable } from '../../connection/connection.ts';

export interface CaseListRow {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly origin: string;
  readonly leadAgency: string | null;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly dueAt: Date | null;
  readonly articles: number;
}

export interface CaseFilter {
  readonly profile: string;
  /** A case state, `open` for everything but closed, null for all. */
  readonly state: string | null;
  /** Only cases that this agency leads, documents, or works on. */
  readonly agency: string | null;
  readonly afterId: string | null;
  readonly limit: number;
}

/** Cases, newest first, with the next deadline of each. */
export async function viewCases(db: Queryable, filter: CaseFilter): Promise<readonly CaseListRow[]> {
  const { rows } = await db.query<CaseListRow>(
    `select c.id, c.number, c.title, c.state, c.origin, c.lead_agency as "leadAgency", c.opened_at as "openedAt",
       c.closed_at as "closedAt",
       (select min(d.due_at) from deadlines d where d.case_id = c.id and d.met_at is null and d.cancelled_at is null) as "dueAt",
       (select count(*)::int from case_articles a where a.case_id = c.id) as articles
     from cases c
     where c.profile = $1
       and ($2::text is null or case $2 when 'open' then c.state <> 'closed' else c.state = $2 end)
       and ($3::text is null or c.lead_agency = $3 or c.dossier_agency = $3
         or exists (select 1 from assignments s where s.case_id = c.id and s.agency = $3))
       and ($4::bigint is null or c.id < $4)
     order by c.id desc limit $5`,
    [filter.profile, filter.state, filter.agency, filter.afterId, filter.limit],
  );
  return rows;
}
