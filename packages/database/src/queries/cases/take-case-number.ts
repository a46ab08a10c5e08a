import { onlyRow, type Queryable } from '../../connection/connection.ts';

/** The next case number of a province and year, counted without gaps as far as transactions commit. */
export async function takeCaseNumber(db: Queryable, profile: string, year: number): Promise<number> {
  const result = await db.query<{ last: number }>(
    `insert into case_numbers as n (profile, year, last) values ($1, $2, 1)
     on conflict (profile, year) do update set last = n.last + 1 returning last`,
    [profile, year],
  );
  return onlyRow(result, 'số hồ sơ').last;
}
