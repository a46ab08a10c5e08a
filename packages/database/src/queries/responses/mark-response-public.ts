import type { Queryable } from '../../connection/connection.ts';

/** Notes from when on a response may be read by everyone; null takes it back. */
export async function markResponsePublic(db: Queryable, id: string, at: Date | null): Promise<void> {
  await db.query(
    'update responses set public_at = case when $2::timestamptz is null then null else coalesce(public_at, $2) end where id = $1',
    [id, at],
  );
}
