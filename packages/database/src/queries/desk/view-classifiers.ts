import type { Queryable } from '../../connection/connection.ts';

/** A version of the classifier, or a model that translated, with what it has done of late. */
export interface WorkedModel {
  readonly name: string;
  readonly count: number;
  readonly lastAt: Date;
}

/** Versions of the classifier by how many items about the province each has judged since a day, the latest at work first. */
export async function viewClassifiers(db: Queryable, profile: string, since: Date): Promise<readonly WorkedModel[]> {
  const { rows } = await db.query<WorkedModel>(
    `select classifier_version as name, count(*)::int as count, max(created_at) as "lastAt" from judgements
     where profile = $1 and relevant and created_at >= $2 group by 1 order by 3 desc`,
    [profile, since],
  );
  return rows;
}

/** Models by how many articles each has translated since a day, the latest at work first. */
export async function viewTranslators(db: Queryable, profile: string, since: Date): Promise<readonly WorkedModel[]> {
  const { rows } = await db.query<WorkedModel>(
    `select model as name, count(*)::int as count, max(created_at) as "lastAt" from translations
     where profile = $1 and kind = 'machine' and created_at >= $2 group by 1 order by 3 desc`,
    [profile, since],
  );
  return rows;
}
