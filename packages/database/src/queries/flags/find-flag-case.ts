import type { Queryable } from '../../connection/connection.ts';

/** Number of the case that rests on a flag; null where none does. */
export async function findFlagCase(db: Queryable, flagId: string): Promise<string | null> {
  const result = await db.query<{ number: string }>(
    'select c.number from case_flags cf join cases c on c.id = cf.case_id where cf.flag_id = $1',
    [flagId],
  );
  return result.rows[0]?.number ?? null;
}
