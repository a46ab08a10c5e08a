import { type Pool, saveRecords } from '@lamro/database';
import { officialRecordSchema } from '@lamro/domain';
import { type EmittedArticle, emit } from '@lamro/newsroom';
import { z } from 'zod';

const recordsSchema = z.array(officialRecordSchema.extend({ profile: z.string() }));

/** Rows that judging writes, each with the column that names its article or version; both have one number here. */
const WRITTEN: readonly (readonly [table: string, column: string])[] = [
  ['story_members', 'article_id'],
  ['story_features', 'article_id'],
  ['item_places', 'article_id'],
  ['signals', 'article_version_id'],
  ['claims', 'article_version_id'],
  ['flags', 'article_version_id'],
  ['items', 'article_id'],
  ['judgements', 'article_version_id'],
  ['article_versions', 'id'],
  ['articles', 'id'],
];

/** Stores the official records of changed copies of the sample press; a province has more of them than one edition. */
export async function storeRecords(pool: Pool, profile: string, seeds: readonly number[]): Promise<number> {
  for (const seed of seeds) {
    const records = recordsSchema.parse(emit(new Date(), seed).records).filter((record) => record.profile === profile);
    await saveRecords(
      pool,
      profile,
      records.map(({ profile: _, ...record }) => ({ ...record, id: `${record.id}-${seed}` })),
    );
  }
  const { rows } = await pool.query<{ count: number }>(
    'select count(*)::int from official_records where profile = $1',
    [profile],
  );
  return rows[0]?.count ?? 0;
}

/** Puts the articles of a changed copy of the sample press into the ledger as fetched and not yet judged. @returns ids of versions */
export async function storeNewcomers(pool: Pool, profile: string, seed: number): Promise<readonly string[]> {
  const { articles } = emit(new Date(), seed);
  const of = (read: (article: EmittedArticle) => string): string[] => articles.map(read);
  const { rows } = await pool.query<{ id: string }>(
    `with given as (
       select (select max(id) from articles) + n as id, g.* from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
         with ordinality g(url, title, body, language, country, printed, n)),
     stored as (
       insert into articles (id, profile, outlet_id, url, canonical_url, origin, state, listed_title, current_version_id)
       overriding system value
       select id, $1, (select o.id from outlets o where o.profile = $1 order by o.country = given.country desc, o.id limit 1), url, url,
         case country when 'VN' then 'domestic' else 'foreign' end, 'fetched', title, null from given returning id),
     versions as (
       insert into article_versions (id, profile, article_id, number, content_hash, title, body, published_at, published_as_printed, language,
         snapshot_sha256, extractor_version)
       overriding system value
       select id, $1, id, 1, md5(id::text), title, body, printed::timestamptz, printed, language, md5(id::text) || md5('raw' || id::text), '1'
       from given returning id)
     select versions.id from versions join stored using (id) order by versions.id`,
    [
      profile,
      of(({ url }) => `${url}?copy=${seed}`),
      of(({ title }) => title),
      of(({ text }) => text),
      of(({ language }) => language),
      of(({ outletCountry }) => outletCountry),
      of(({ publishedAt }) => publishedAt),
    ],
  );
  const ids = rows.map(({ id }) => id);
  await pool.query('update articles set current_version_id = id where id = any($1::bigint[])', [ids]);
  return ids;
}

/** Takes newcomers and all that was judged of them out again, so that a ledger that is kept stays as it was filled. */
export async function removeNewcomers(pool: Pool, after: string): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('set session_replication_role = replica; set statement_timeout = 0');
    for (const [table, column] of WRITTEN) await client.query(`delete from ${table} where ${column} > $1`, [after]);
  } finally {
    client.release(true);
  }
}
