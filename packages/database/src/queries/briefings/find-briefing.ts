import type { Queryable } from '../../connection/connection.ts';
import { BRIEFING_COLUMNS, type BriefingRow } from './briefing.ts';

/** One briefing of a province, or null. */
export async function findBriefing(db: Queryable, profile: string, id: string): Promise<BriefingRow | null> {
  const { rows } = await db.query<BriefingRow>(
    `select ${BRIEFING_COLUMNS} from briefings b where b.profile = $1 and b.id = $2`,
    [profile, id],
  );
  return rows[0] ?? null;
}
