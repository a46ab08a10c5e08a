import type { Queryable } from '../../connection/connection.ts';

export interface NewVersion {
  readonly profile: string;
  readonly articleId: string;
  readonly contentHash: string;
  readonly title: string;
  readonly body: string;
  readonly byline: string | null;
  readonly authors: readonly string[];
  /** ISO 8601 as the page printed it, with its own offset; the instant is kept beside it. */
  readonly publishedAt: string | null;
  readonly modifiedAt: string | null;
  readonly language: string;
  readonly siteName: string | null;
  readonly leadImage: string | null;
  readonly snapshotSha256: string;
  readonly fetchId: string;
  readonly extractorVersion: string;
  /** Hash of the text without its headline; null where the text is too short to tell a copy by. */
  readonly textHash: string | null;
  /** What changed since the version before, for reading; null for the first. */
  readonly difference: unknown;
}

/**
 * Writes a version of an article unless its newest version already says the same.
 *
 * @returns the id of the new version, or null when nothing changed
 */
export async function insertVersion(db: Queryable, version: NewVersion): Promise<string | null> {
  const { rows } = await db.query<{ id: string }>(
    `insert into article_versions (profile, article_id, number, content_hash, title, body, byline, authors, published_at,
       published_as_printed, modified_at, language, site_name, lead_image, snapshot_sha256, fetch_id, extractor_version,
       text_hash, difference)
     select $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6, $7, $8::text::timestamptz, $8::text, $9, $10, $11, $12, $13, $14, $15,
       $16, $17::jsonb
     from article_versions where article_id = $2
     having not exists (
       select 1 from article_versions newest where newest.article_id = $2 and newest.content_hash = $3
         and newest.number = (select max(number) from article_versions where article_id = $2))
     returning id`,
    [
      version.profile,
      version.articleId,
      version.contentHash,
      version.title,
      version.body,
      version.byline,
      version.authors,
      version.publishedAt,
      version.modifiedAt,
      version.language,
      version.siteName,
      version.leadImage,
      version.snapshotSha256,
      version.fetchId,
      version.extractorVersion,
      version.textHash,
      version.difference === null ? null : JSON.stringify(version.difference),
    ],
  );
  return rows[0]?.id ?? null;
}
