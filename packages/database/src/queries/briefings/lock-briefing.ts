import type { Queryable } from '../../connection/connection.ts';
import { BRIEFING_COLUMNS, type BriefingRow } from './briefing.ts';

/** One briefing of a province, held until the transaction ends, or null. */
export async function lockBriefing(db: Queryable, profile: string, id: string): Promise<BriefingRow | null> {
  const { rows } = await db.query<BriefingRow>(
    `select ${BRIEFING_COLUMNS} from briefings b where b.profile = $1 and b.id = $2 for update`,
    [profile, id],
  );
  return rows[0] ?? null;
}
