import type { Queryable } from '../../connection/connection.ts';

export interface VersionView {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly byline: string | null;
  readonly language: string;
  readonly publishedAt: Date | null;
  readonly publishedAsPrinted: string | null;
  readonly snapshotSha256: string;
  readonly createdAt: Date;
  readonly judgedAt: Date | null;
  /** Words that this version has more and less than the one before; null where nothing was compared. */
  readonly addedWords: number | null;
  readonly removedWords: number | null;
}

/** Stored versions of an article, newest first. */
export async function viewVersions(db: Queryable, profile: string, articleId: string): Promise<readonly VersionView[]> {
  const { rows } = await db.query<VersionView>(
    `select id, number, title, body, byline, language, published_at as "publishedAt",
       published_as_printed as "publishedAsPrinted", snapshot_sha256 as "snapshotSha256", created_at as "createdAt",
       judged_at as "judgedAt", (difference ->> 'addedWords')::int as "addedWords", (difference ->> 'removedWords')::int as "removedWords"
     from article_versions where profile = $1 and article_id = $2 order by number desc`,
    [profile, articleId],
  );
  return rows;
}
