import type { Queryable } from '../../connection/connection.ts';
import { BRIEFING_COLUMNS, type BriefingRow } from './briefing.ts';

/** The newest edition under a label, or null. */
export async function findLatestBriefing(db: Queryable, profile: string, label: string): Promise<BriefingRow | null> {
  const { rows } = await db.query<BriefingRow>(
    `select ${BRIEFING_COLUMNS} from briefings b where b.profile = $1 and b.label = $2 order by b.edition desc limit 1`,
    [profile, label],
  );
  return rows[0] ?? null;
}
