import type { FlagState } from '@lamro/domain';
import { onlyRow, type Queryable } from '../../connection/connection.ts';

/** Writes a flag's new state; each change makes a new version. */
export async function changeFlagState(
  db: Queryable,
  change: { readonly id: string; readonly state: FlagState; readonly at: Date },
): Promise<number> {
  const result = await db.query<{ version: number }>(
    `update flags set state = $2, version = version + 1, decided_at = case when $2 = 'open' then null else $3::timestamptz end
     where id = $1 returning version`,
    [change.id, change.state, change.at],
  );
  return onlyRow(result, 'cảnh báo').version;
}
