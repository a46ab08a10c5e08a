import type { Pool } from '@lamro/database';

export interface PendingVersionInput {
  readonly profile: string;
  readonly title: string;
  readonly body: string;
  readonly language: string;
  /** ISO 3166-1 alpha-2 of the outlet. */
  readonly country: string;
  /** ISO 8601 with the offset that the page prints; now where absent. */
  readonly publishedAt?: string;
}

let serial = 0;

/**
 * Writes an article as the crawler leaves it: one version that nobody has judged yet. Returns the ids of both.
 *
 * @example const { versionId } = await insertPendingVersion(pool, { profile: 'thai-binh', title, body, language: 'en', country: 'US' })
 */
export async function insertPendingVersion(
  pool: Pool,
  input: PendingVersionInput,
): Promise<{ articleId: string; versionId: string }> {
  const n = ++serial;
  const { profile } = input;
  const url = `http://127.0.0.1/pending/${profile}/${n}`;
  await pool.query(
    `insert into profiles (id, name, content, content_hash) values ($1, $1, '{}', '') on conflict do nothing`,
    [profile],
  );
  const { rows } = await pool.query<{ articleId: string; versionId: string }>(
    `with outlet as (
       insert into outlets (profile, name, country, language) values ($1, $2, $3, $4)
       on conflict (profile, name) do update set name = excluded.name returning id
     ), article as (
       insert into articles (profile, outlet_id, url, canonical_url, origin, state)
       select $1, id, $5, $5, case when $3 = 'VN' then 'domestic' else 'foreign' end, 'fetched' from outlet returning id
     ), version as (
       insert into article_versions (profile, article_id, number, content_hash, title, body, published_at, published_as_printed, language,
         snapshot_sha256, extractor_version)
       select $1, id, 1, $6, $7, $8, coalesce($9::text::timestamptz, now()), $9::text, $4, repeat('0', 64), '1' from article returning id, article_id
     )
     select article_id as "articleId", id as "versionId" from version`,
    [
      profile,
      `Báo ${input.country} ${input.language}`,
      input.country,
      input.language,
      url,
      `pending-${n}`,
      input.title,
      input.body,
      input.publishedAt ?? null,
    ],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('no version was written');
  await pool.query('update articles set current_version_id = $2 where id = $1', [row.articleId, row.versionId]);
  return row;
}
