import type { ResponseState } from '@lamro/domain';
import type { Queryable } from '../../connection/connection.ts';

export interface ResponseChange {
  readonly ids: readonly string[];
  readonly state: ResponseState;
  readonly by: string;
  readonly at: Date;
}

/** Writes the new state of response versions with who and when, as far as that state has them. */
export async function changeResponseStates(db: Queryable, change: ResponseChange): Promise<void> {
  await db.query(
    `update responses set state = $2,
       submitted_at = case when $2 = 'submitted' then $4 else submitted_at end,
       approved_by = case when $2 = 'approved' then $3 else approved_by end,
       approved_at = case when $2 = 'approved' then $4 else approved_at end
     where id = any($1::bigint[])`,
    [change.ids, change.state, change.by, change.at],
  );
}
