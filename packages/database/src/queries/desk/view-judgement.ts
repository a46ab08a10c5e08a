import type { Queryable } from '../../connection/connection.ts';

export interface JudgementView {
  readonly relevant: boolean;
  readonly relevanceScore: number;
  readonly about: string;
  readonly mentions: unknown;
  readonly places: unknown;
  readonly sectors: unknown;
  readonly flagScore: number;
  readonly verdictSuggestion: string | null;
  readonly classifierVersion: string;
  /** Name of the rules by which it was last judged; null from before they had names. */
  readonly ruleSet: string | null;
  /** When it was last judged anew; null where it was judged once. */
  readonly judgedAnewAt: Date | null;
  readonly createdAt: Date;
}

/** What the classifier wrote about one version, or null while it waits. */
export async function viewJudgement(db: Queryable, profile: string, versionId: string): Promise<JudgementView | null> {
  const { rows } = await db.query<JudgementView>(
    `select relevant, relevance_score as "relevanceScore", about, mentions, places, sectors, flag_score as "flagScore",
       verdict_suggestion as "verdictSuggestion", classifier_version as "classifierVersion", rule_set as "ruleSet",
       judged_anew_at as "judgedAnewAt", created_at as "createdAt"
     from judgements where profile = $1 and article_version_id = $2`,
    [profile, versionId],
  );
  return rows[0] ?? null;
}
