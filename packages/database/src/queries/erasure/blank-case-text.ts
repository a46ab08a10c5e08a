import type { Queryable } from '../../connection/connection.ts';

/** What stands where free words stood. */
export const BLANKED_TEXT = '[đã xóa theo yêu cầu về dữ liệu cá nhân]';

/**
 * Takes free words out of a case. The hash of the words stays in the case's event, so that its chain holds and whoever still has the
 * words can prove that they were these.
 *
 * @returns profile and case of the text; null where there is none, or it is blank already
 */
export async function blankCaseText(
  db: Queryable,
  textId: string,
): Promise<{ readonly profile: string; readonly caseId: string } | null> {
  const { rows } = await db.query<{ profile: string; caseId: string }>(
    'update case_texts set body = $2 where id = $1 and body <> $2 returning profile, case_id as "caseId"',
    [textId, BLANKED_TEXT],
  );
  return rows[0] ?? null;
}
