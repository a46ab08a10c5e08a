import { z } from 'zod';
import type { Queryable } from '../../connection/connection.ts';

const riskSchema = z.object({ original: z.string(), translation: z.string(), kind: z.string(), why: z.string() });

/** A sentence whose translation lost or added something. */
export type StoredRisk = z.infer<typeof riskSchema>;

export interface StoredTranslation {
  readonly id: string;
  readonly kind: 'machine' | 'analyst';
  readonly model: string | null;
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
    `select id, kind, model, title, body, risks, created_at as "createdAt" from translations
     where profile = $1 and article_version_id = $2 and language = $3
     order by kind = 'analyst' desc, created_at desc, id desc limit 1`,
    [profile, versionId, language],
  );
  const [row] = rows;
  return row === undefined ? null : { ...row, risks: z.array(riskSchema).parse(row.risks) };
}
