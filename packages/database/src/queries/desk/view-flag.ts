import type { Queryable } from '../../connection/connection.ts';

export interface FlagView {
  readonly id: string;
  readonly articleId: string;
  readonly versionId: string;
  readonly state: string;
  readonly score: number;
  readonly verdictSuggestion: string | null;
  readonly version: number;
  readonly openedAt: Date;
  readonly caseId: string | null;
  readonly caseNumber: string | null;
}

/** One flag, or null when the province has none with this id. */
export async function viewFlag(db: Queryable, profile: string, id: string): Promise<FlagView | null> {
  const { rows } = await db.query<FlagView>(
    `select f.id, f.article_id as "articleId", f.article_version_id as "versionId", f.state, f.score,
       f.verdict_suggestion as "verdictSuggestion", f.version, f.opened_at as "openedAt", c.id as "caseId",
       c.number as "caseNumber"
     from flags f left join case_flags cf on cf.flag_id = f.id left join cases c on c.id = cf.case_id
     where f.profile = $1 and f.id = $2`,
    [profile, id],
  );
  return rows[0] ?? null;
}
