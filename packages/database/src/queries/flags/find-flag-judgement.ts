import type { Queryable } from '../../connection/connection.ts';

/** What the classifier wrote about an article version, as it stands in the ledger (to be parsed by the caller). */
export interface FlagJudgementRow {
  readonly places: unknown;
  readonly sectors: unknown;
  readonly title: string;
}

/** Places, sectors and title by which a case is routed; null where the version was never judged. */
export async function findFlagJudgement(db: Queryable, versionId: string): Promise<FlagJudgementRow | null> {
  const result = await db.query<FlagJudgementRow>(
    `select j.places, j.sectors, v.title from judgements j join article_versions v on v.id = j.article_version_id
     where j.article_version_id = $1`,
    [versionId],
  );
  return result.rows[0] ?? null;
}
