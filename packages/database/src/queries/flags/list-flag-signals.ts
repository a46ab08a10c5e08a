import type { Queryable } from '../../connection/connection.ts';

export interface FlagSignalRow {
  readonly id: string;
  readonly kind: string;
  readonly quote: string;
  readonly why: string;
  readonly recordId: string | null;
  readonly evidenceArticleId: string | null;
  readonly evidenceQuote: string | null;
  readonly struck: boolean;
}

/** Signals of an article version, strongest first. */
export async function listFlagSignals(db: Queryable, versionId: string): Promise<readonly FlagSignalRow[]> {
  const result = await db.query<FlagSignalRow>(
    `select id, kind, quote, why, record_id as "recordId", evidence_article_id as "evidenceArticleId",
       evidence_quote as "evidenceQuote", struck_at is not null as struck
     from signals where article_version_id = $1 order by strength desc, id`,
    [versionId],
  );
  return result.rows;
}
