import { onlyRow, type Queryable } from '../../connection/connection.ts';

export interface NewsCount {
  readonly items: number;
  readonly flags: number;
}

/** Items about the province that were judged since a moment, and flags that were raised since. */
export async function countNews(db: Queryable, profile: string, since: Date): Promise<NewsCount> {
  const result = await db.query<NewsCount>(
    `select (select count(*)::int from judgements where profile = $1 and relevant and created_at > $2) as items,
       (select count(*)::int from flags where profile = $1 and opened_at > $2 and state <> 'withdrawn') as flags`,
    [profile, since],
  );
  return onlyRow(result, 'số tin mới');
}
