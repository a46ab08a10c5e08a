import { z } from 'zod';
import type { Queryable } from '../../connection/connection.ts';

const riskSchema = z.object({ original: z.string(), translation: z.string(), kind: z.string(), why: z.string() });

/** A sentence whose translation lost or added something. */
export type StoredRisk = z.infer<typeof riskSchema>;

export interface StoredTranslation {
  readonly id: string;
  readonly kind: 'machine' | 'analyst';
  readonly model: string | null;
  /** Name of the analyst; null for a machine's. */
  readonly author: string | null;
  readonly title: string;
  readonly body: string;
  readonly risks: readonly StoredRisk[];
  readonly createdAt: Date;
}

/** The translation of a version to show: an analyst's before a machine's, the newest of its kind; or null. */
export async function findTranslation(
  db: Queryable,
  profile: string,
  versionId: string,
  language: string,
): Promise<StoredTranslation | null> {
  const { rows } = await db.query<Omit<StoredTranslation, 'risks'> & { risks: unknown }>(
    `select t.id, t.kind, t.model, coalesce(u."name", t.author_id) as author, t.title, t.body, t.risks, t.created_at as "createdAt"
     from translations t left join identity."user" u on u."id" = t.author_id
     where t.profile = $1 and t.article_version_id = $2 and t.language = $3
     order by t.kind = 'analyst' desc, t.created_at desc, t.id desc limit 1`,
    [profile, versionId, language],
  );
  const [row] = rows;
  return row === undefined ? null : { ...row, risks: z.array(riskSchema).parse(row.risks) };
}
