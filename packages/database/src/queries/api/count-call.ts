import { onlyRow, type Queryable } from '../../connection/connection.ts';

/** Counts one call of a caller and returns how many it made in this minute. */
export async function countCall(db: Queryable, caller: string, minute: Date): Promise<number> {
  const result = await db.query<{ calls: number }>(
    `insert into call_counts as kept (caller, minute, calls) values ($1, $2, 1)
     on conflict (caller) do update set minute = excluded.minute,
       calls = case when kept.minute = excluded.minute then kept.calls + 1 else 1 end
     returning calls`,
    [caller, minute],
  );
  return onlyRow(result, 'số lượt gọi').calls;
}
