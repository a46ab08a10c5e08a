import { onlyRow, type Queryable } from '../../connection/connection.ts';

/** How many of the flags that a case rests on are confirmed now. */
export async function countConfirmedFlags(db: Queryable, caseId: string): Promise<number> {
  const result = await db.query<{ confirmed: number }>(
    `select count(*)::int as confirmed from case_flags cf join flags f on f.id = cf.flag_id
     where cf.case_id = $1 and f.state = 'confirmed'`,
    [caseId],
  );
  return onlyRow(result, 'số cảnh báo của hồ sơ').confirmed;
}
