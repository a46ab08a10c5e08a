import type { Queryable } from '../../connection/connection.ts';

export interface RetentionView {
  readonly kind: string;
  /** Cut by month and dropped as whole months, or removed row by row. */
  readonly way: 'month' | 'row';
  /** Null: kept for good. */
  readonly keepDays: number | null;
  readonly leastDays: number;
  readonly changedBy: string | null;
  readonly changedAt: Date | null;
  readonly lastRunAt: Date | null;
  readonly lastRemoved: string | null;
  /** Months that are held, `2026-11`, oldest first; none for kinds that go by the row. */
  readonly months: readonly string[];
  /** Of the months together. */
  readonly bytes: string | null;
}

/** How long each kind of data is kept, what went last, and which months are held. */
export async function viewRetention(db: Queryable): Promise<readonly RetentionView[]> {
  const { rows } = await db.query<RetentionView>(
    `select p.kind, case when p.partitioned is null then 'row' else 'month' end as way, p.keep_days as "keepDays",
       p.least_days as "leastDays", p.changed_by as "changedBy", p.changed_at as "changedAt", r.ran_at as "lastRunAt",
       r.removed as "lastRemoved", coalesce(held.months, '{}') as months, held.bytes
     from retention_policies p
     left join lateral (select ran_at, removed from retention_runs where kind = p.kind order by ran_at desc, id desc limit 1) r on true
     left join lateral (
       select array_agg(replace(right(c.relname, 7), '_', '-') order by c.relname) filter (where c.relname ~ '_\\d{4}_\\d{2}$') as months,
         sum(pg_total_relation_size(c.oid))::text as bytes
       from pg_inherits i join pg_class c on c.oid = i.inhrelid
       where i.inhparent = to_regclass('public.' || quote_ident(p.partitioned))) held on true
     order by way, p.kind`,
  );
  return rows;
}
