import type { Queryable } from '../../connection/connection.ts';
import { IS_MISSING, JUDGED_ITEMS, type MissingPart } from './missing.ts';

/** How many articles of a province (pictures: versions) lack a part. */
export async function countMissing(
  db: Queryable,
  profile: string,
  part: MissingPart,
  placeCodes: readonly string[],
): Promise<number> {
  const from = part === 'pictures' ? 'article_versions v' : JUDGED_ITEMS;
  const { rows } = await db.query<{ count: number }>(
    `select count(*)::int as count from ${from} where ${IS_MISSING[part]}`,
    [profile, placeCodes],
  );
  return rows[0]?.count ?? 0;
}
