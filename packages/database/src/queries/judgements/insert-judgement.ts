import type { Judgement } from '@lamro/domain';
import type { Queryable } from '../../connection/connection.ts';
import type { JudgedBy } from '../revisions/replace-judgement.ts';
import { foundValues } from './found-values.ts';

export interface JudgedVersion extends JudgedBy {
  readonly profile: string;
  readonly articleId: string;
  readonly versionId: string;
}

/** Writes what was found about a version. @returns false when it had been judged already (a job that ran twice) */
export async function insertJudgement(db: Queryable, version: JudgedVersion, judgement: Judgement): Promise<boolean> {
  const result = await db.query(
    `insert into judgements (article_version_id, article_id, profile, relevant, relevance_score, about, mentions, places, sectors,
       flag_score, verdict_suggestion, considered, classifier_version, rule_set, models)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
     on conflict (article_version_id) do nothing`,
    [
      version.versionId,
      version.articleId,
      version.profile,
      ...foundValues(judgement),
      version.classifierVersion,
      version.ruleSet,
      version.models,
    ],
  );
  return result.rowCount === 1;
}
