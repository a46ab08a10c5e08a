import type { Judgement } from '@lamro/domain';
import type { Queryable } from '../../connection/connection.ts';
import { foundValues } from '../judgements/found-values.ts';

export interface JudgedBy {
  readonly classifierVersion: string;
  readonly ruleSet: string;
  /** Ids of the models that had a part in it. */
  readonly models: readonly string[];
}

/** Puts a new judgement of a version in the place of the old one and takes the old claims and signals away. */
export async function replaceJudgement(
  db: Queryable,
  versionId: string,
  by: JudgedBy,
  judgement: Judgement,
): Promise<void> {
  await db.query('delete from claims where article_version_id = $1', [versionId]);
  await db.query('delete from signals where article_version_id = $1', [versionId]);
  await db.query(
    `update judgements set relevant = $2, relevance_score = $3, about = $4, mentions = $5, places = $6, sectors = $7,
       flag_score = $8, verdict_suggestion = $9, considered = $10, classifier_version = $11, rule_set = $12,
       models = $13, judged_anew_at = now()
     where article_version_id = $1`,
    [versionId, ...foundValues(judgement), by.classifierVersion, by.ruleSet, by.models],
  );
}

/** Writes that a version was judged by these rules too, and leaves what stands as it is: people decided on it. */
export async function keepJudgement(db: Queryable, versionId: string, by: JudgedBy): Promise<void> {
  await db.query(
    'update judgements set rule_set = $2, models = $3, judged_anew_at = now() where article_version_id = $1',
    [versionId, by.ruleSet, by.models],
  );
}
