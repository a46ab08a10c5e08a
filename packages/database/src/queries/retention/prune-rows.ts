import type { Queryable } from '../../connection/connection.ts';

/** Rows of one statement: a long backlog goes in several short transactions. */
const BATCH = 5_000;

/**
 * What goes of each kind that is kept by the row, older than `$1`, at most `$2` rows at a time. Nothing that a person entered is among
 * them: answers under a command's key, letters that reached their reader, notices that were read, and what is left of past sign-ins.
 */
const PRUNED: Readonly<Record<string, string>> = {
  'command-answers': `delete from idempotent_commands where ctid in
    (select ctid from idempotent_commands where started_at < $1 order by started_at limit $2)`,
  deliveries: `with gone as (
      select id from deliveries where state in ('delivered', 'settled') and finished_at < $1 order by id limit $2 for update skip locked
    ), notices_gone as (delete from delivery_notices n using gone where n.delivery_id = gone.id),
    attempts_gone as (delete from delivery_attempts a using gone where a.delivery_id = gone.id)
    delete from deliveries d using gone where d.id = gone.id`,
  notices: `delete from notices where id in (
      select n.id from notices n where n.read_at < $1 and n.planned_at is not null
        and not exists (select from delivery_notices d where d.notice_id = n.id)
      order by n.id limit $2)`,
  'sign-in-traces': `with sessions as (
      delete from identity."session" where "id" in (select "id" from identity."session" where "expiresAt" < $1 limit $2) returning 1
    ), codes as (
      delete from identity."verification" where "id" in (select "id" from identity."verification" where "expiresAt" < $1 limit $2) returning 1
    ), invited as (
      delete from identity.invitations where id in
        (select id from identity.invitations where expires_at < $1 and accepted_at is null limit $2) returning 1
    ), failed as (
      delete from identity.sign_in_failures where email in
        (select email from identity.sign_in_failures where last_at < $1 and (locked_until is null or locked_until < $1) limit $2) returning 1
    ) select 1 from sessions union all select 1 from codes union all select 1 from invited union all select 1 from failed`,
};

/** Kinds that are kept by the row. */
export const ROW_KINDS: readonly string[] = Object.keys(PRUNED);

/**
 * Removes the rows of one kind that are older than its policy keeps; leaves a line in `retention_runs` where there were any.
 *
 * @returns how many rows went; 0 also where the policy keeps the kind for good
 * @throws RangeError for a kind that is not kept by the row
 */
export async function pruneRows(db: Queryable, kind: string, now: Date): Promise<number> {
  const statement = PRUNED[kind];
  if (statement === undefined) throw new RangeError(`loại "${kind}" không được giữ theo từng dòng`);
  const policy = await db.query<{ before: Date }>(
    `select $2::timestamptz - make_interval(days => keep_days) as before from retention_policies
     where kind = $1 and keep_days is not null`,
    [kind, now],
  );
  const before = policy.rows[0]?.before;
  if (before === undefined) return 0;
  let removed = 0;
  for (let last = BATCH; last >= BATCH; ) {
    last = (await db.query(statement, [before, BATCH])).rowCount ?? 0;
    removed += last;
  }
  if (removed > 0) await db.query('insert into retention_runs (kind, removed) values ($1, $2)', [kind, removed]);
  return removed;
}
