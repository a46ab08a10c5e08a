import type { Queryable } from '../../connection/connection.ts';

export interface NewPeriodReport {
  readonly profile: string;
  readonly duty: string;
  readonly label: string;
  readonly from: string;
  readonly to: string;
  readonly content: unknown;
  readonly createdBy: string;
  readonly at: Date;
}

/** Stores a draft and returns its id; null where the report of this duty and period was drawn up meanwhile. */
export async function insertPeriodReport(db: Queryable, row: NewPeriodReport): Promise<string | null> {
  const { rows } = await db.query<{ id: string }>(
    `insert into period_reports (profile, duty, label, period_from, period_to, content, created_by, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $8) on conflict (profile, duty, label) do nothing returning id`,
    [row.profile, row.duty, row.label, row.from, row.to, JSON.stringify(row.content), row.createdBy, row.at],
  );
  return rows[0]?.id ?? null;
}
