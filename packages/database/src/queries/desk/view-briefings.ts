import type { Queryable } from '../../connection/connection.ts';

export interface BriefingView {
  readonly id: string;
  readonly label: string;
  readonly edition: number;
  readonly state: string;
  readonly periodFrom: Date;
  readonly periodTo: Date;
  readonly issuedAt: Date | null;
  readonly issuedBy: string | null;
  readonly eventRoot: string | null;
  readonly files: readonly { readonly format: string; readonly bytes: number }[];
}

/** Briefings of a province with their files, newest first. */
export async function viewBriefings(db: Queryable, profile: string, limit: number): Promise<readonly BriefingView[]> {
  const { rows } = await db.query<BriefingView>(
    `select b.id, b.label, b.edition, b.state, b.period_from as "periodFrom", b.period_to as "periodTo",
       b.issued_at as "issuedAt", coalesce(u."name", b.issued_by) as "issuedBy", b.event_root as "eventRoot",
       coalesce((select jsonb_agg(jsonb_build_object('format', f.format, 'bytes', f.bytes) order by f.format)
         from briefing_files f where f.briefing_id = b.id), '[]') as files
     from briefings b left join identity."user" u on u."id" = b.issued_by
     where b.profile = $1 order by b.period_from desc, b.edition desc limit $2`,
    [profile, limit],
  );
  return rows;
}
