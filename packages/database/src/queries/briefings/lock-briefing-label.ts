import type { Queryable } from '../../connection/connection.ts';

/** Holds a label until the transaction ends, so that two who draw up the same period at once make one draft. */
export async function lockBriefingLabel(db: Queryable, profile: string, label: string): Promise<void> {
  await db.query("select pg_advisory_xact_lock(hashtextextended('briefing ' || $1 || ' ' || $2, 0))", [profile, label]);
}
