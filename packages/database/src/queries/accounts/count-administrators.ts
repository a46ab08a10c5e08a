import type { Queryable } from '../../connection/connection.ts';

/** Number of administrators who can sign in, in all provinces of the installation. */
export async function countAdministrators(db: Queryable): Promise<number> {
  const result = await db.query<{ n: number }>(
    `select count(*)::int as n from identity."user" where "role" = 'administrator' and "disabledAt" is null`,
  );
  return result.rows[0]?.n ?? 0;
}
