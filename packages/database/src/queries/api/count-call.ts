import { onlyRow, type Queryable } from '../../connection/connection.ts';

/** Counts one call of a caller and returns how many it made in this window. */
export async function countCall(db: Queryable, caller: string, window: Date): Promise<number> {
  const result = await db.query<{ calls: number }>(
    `insert into public.call_counts as kept (caller, minute, calls) values ($1, $2, 1)
     on conflict (caller) do update set minute = excluded.minute,
       calls = case when kept.minute = excluded.minute then kept.calls + 1 else 1 end
     returning calls`,
    [caller, window],
  );
  return onlyRow(result, 'số lượt gọi').calls;
}

/** Takes one call back that turned out not to count. */
export async function uncountCall(db: Queryable, caller: string, window: Date): Promise<void> {
  await db.query('update public.call_counts set calls = greatest(calls - 1, 0) where caller = $1 and minute = $2', [
    caller,
    window,
  ]);
}
