import type { Queryable } from '../../connection/connection.ts';

export interface CaseView {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly origin: string;
  readonly route: unknown;
  readonly leadAgency: string | null;
  readonly dossierAgency: string | null;
  readonly version: number;
  readonly openedBy: string;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly closeKind: string | null;
  /** Agencies that lead, document, or work on it: those whose matter it is. */
  readonly agencies: readonly string[];
}

/** One case, or null when the province has none with this id. */
export async function viewCase(db: Queryable, profile: string, id: string): Promise<CaseView | null> {
  const { rows } = await db.query<CaseView>(
    `select c.id, c.number, c.title, c.state, c.origin, c.route, c.lead_agency as "leadAgency",
       c.dossier_agency as "dossierAgency", c.version, coalesce(u."name", c.opened_by) as "openedBy",
       c.opened_at as "openedAt", c.closed_at as "closedAt", c.close_kind as "closeKind",
       array(select distinct agency from (
         select agency from assignments where case_id = c.id and state <> 'proposed'
         union all select c.lead_agency union all select c.dossier_agency) concerned where agency is not null) as agencies
     from cases c left join identity."user" u on u."id" = c.opened_by
     where c.profile = $1 and c.id = $2`,
    [profile, id],
  );
  return rows[0] ?? null;
}
