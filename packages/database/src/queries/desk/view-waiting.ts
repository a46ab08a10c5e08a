import type { Queryable } from '../../connection/connection.ts';

export interface WaitingCounts {
  readonly flags: number;
  readonly assignments: number;
  readonly approvals: number;
  readonly checks: number;
  readonly weekItems: number;
  readonly weekFlags: number;
  readonly weekCases: number;
  readonly weekReleases: number;
}

/** How much waits in a province and what the last seven days brought. `agency` null counts every agency's work. */
export async function viewWaiting(
  db: Queryable,
  filter: { profile: string; agency: string | null; since: Date },
): Promise<WaitingCounts> {
  const { rows } = await db.query<WaitingCounts>(
    `select
       (select count(*)::int from flags where profile = $1 and state in ('open', 'needs-evidence')) as flags,
       (select count(*)::int from assignments where profile = $1 and state in ('open', 'accepted')
         and ($2::text is null or agency = $2)) as assignments,
       (select count(*)::int from cases where profile = $1 and state in ('awaiting-assignment', 'submitted')
         and ($2::text is null or lead_agency = $2)) as approvals,
       (select count(*)::int from outlet_checks k join cases c on c.id = k.case_id where k.profile = $1 and k.state = 'proposed'
         and ($2::text is null or c.lead_agency = $2)) as checks,
       (select count(*)::int from judgements where profile = $1 and relevant and created_at >= $3) as "weekItems",
       (select count(*)::int from flags where profile = $1 and opened_at >= $3 and state <> 'withdrawn') as "weekFlags",
       (select count(*)::int from cases where profile = $1 and opened_at >= $3) as "weekCases",
       (select count(*)::int from releases where profile = $1 and released_at >= $3) as "weekReleases"`,
    [filter.profile, filter.agency, filter.since],
  );
  const row = rows[0];
  if (row === undefined) throw new Error('phép đếm không trả về dòng nào');
  return row;
}
