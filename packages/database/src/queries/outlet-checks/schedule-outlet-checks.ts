import type { Queryable } from '../../connection/connection.ts';

export interface NewOutletCheck {
  readonly profile: string;
  readonly caseId: string;
  readonly articleId: string;
  readonly beforeVersionId: string;
  readonly dueAt: Date;
  readonly requestedBy: string | null;
}

/** Writes checks to be made; one that already stands for the same article and moment stays single. Returns the new ids. */
export async function scheduleOutletChecks(
  db: Queryable,
  checks: readonly NewOutletCheck[],
): Promise<readonly string[]> {
  const result = await db.query<{ id: string }>(
    `insert into outlet_checks (profile, case_id, article_id, before_version_id, due_at, requested_by)
     select * from unnest($1::text[], $2::bigint[], $3::bigint[], $4::bigint[], $5::timestamptz[], $6::text[])
     on conflict (case_id, article_id, due_at) where state <> 'cancelled' do nothing returning id`,
    [
      checks.map((check) => check.profile),
      checks.map((check) => check.caseId),
      checks.map((check) => check.articleId),
      checks.map((check) => check.beforeVersionId),
      checks.map((check) => check.dueAt),
      checks.map((check) => check.requestedBy),
    ],
  );
  return result.rows.map((row) => row.id);
}
