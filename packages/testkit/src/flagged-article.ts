import { listItem, type Pool } from '@lamro/database';

export interface FlaggedArticle {
  readonly articleId: string;
  readonly versionId: string;
  readonly flagId: string;
  /** One with evidence of an official record, one without evidence. */
  readonly signalIds: readonly [string, string];
  readonly recordId: string;
  readonly storyId: string;
  readonly outletId: string;
}

export interface FlaggedArticleInput {
  readonly profile: string;
  readonly origin?: 'domestic' | 'foreign';
  readonly sectors?: readonly string[];
  readonly places?: readonly { code: string; name: string }[];
  readonly storyId?: string;
  readonly title?: string;
}

let serial = 0;

/**
 * Writes an article about the province as the pipeline leaves it: judged, with two signals and an open flag.
 *
 * @example const { flagId } = await insertFlaggedArticle(pool, { profile: 'thai-binh', sectors: ['health'] })
 */
export async function insertFlaggedArticle(pool: Pool, input: FlaggedArticleInput): Promise<FlaggedArticle> {
  const n = ++serial;
  const { profile } = input;
  const title = input.title ?? `Bài kiểm thử số ${n}`;
  const quote = `đã giảm ${n} phần trăm`;
  const id = async (statement: string, values: readonly unknown[]) => {
    const result = await pool.query<{ id: string }>(statement, [...values]);
    const row = result.rows[0];
    if (row === undefined) throw new Error(`no row from: ${statement}`);
    return row.id;
  };
  await pool.query(
    `insert into profiles (id, name, content, content_hash) values ($1, $1, '{}', '') on conflict do nothing`,
    [profile],
  );
  const outletId = await id(
    `insert into outlets (profile, name, country, language) values ($1, 'Báo Kiểm Thử', 'VN', 'vi')
     on conflict (profile, name) do update set name = excluded.name returning id`,
    [profile],
  );
  const url = `http://127.0.0.1/${profile}/${n}`;
  const articleId = await id(
    `insert into articles (profile, outlet_id, url, canonical_url, origin, state) values ($1, $2, $3, $3, $4, 'fetched') returning id`,
    [profile, outletId, url, input.origin ?? 'domestic'],
  );
  const versionId = await id(
    `insert into article_versions (profile, article_id, number, content_hash, title, body, published_at, language,
       snapshot_sha256, extractor_version, judged_at)
     values ($1, $2, 1, $3, $4, $5, now(), 'vi', repeat('0', 64), '1', now()) returning id`,
    [profile, articleId, `hash-${n}`, title, `Theo bài viết, chỉ tiêu ${quote}.`],
  );
  await pool.query('update articles set current_version_id = $2 where id = $1', [articleId, versionId]);
  const storyId =
    input.storyId ??
    (await id('insert into stories (profile, title, first_at, last_at) values ($1, $2, now(), now()) returning id', [
      profile,
      title,
    ]));
  await pool.query('insert into story_members (article_id, profile, story_id, score) values ($1, $2, $3, 1)', [
    articleId,
    profile,
    storyId,
  ]);
  await pool.query(
    `insert into judgements (article_version_id, article_id, profile, relevant, relevance_score, about, mentions, places,
       sectors, flag_score, classifier_version) values ($1, $2, $3, true, 1, 'subject', '[]', $4, $5, 0.9, '1')`,
    [
      versionId,
      articleId,
      profile,
      JSON.stringify((input.places ?? []).map((place) => ({ ...place, asOf: '2026-01-01' }))),
      JSON.stringify((input.sectors ?? ['health']).map((sector) => ({ id: sector, score: 0.9 }))),
    ],
  );
  await listItem(pool, versionId);
  const recordId = await id(
    `insert into official_records (profile, external_id, kind, text, document_number, source, source_url)
     values ($1, $2, 'figure', $3, '01/BC', 'Cục Thống kê', 'http://127.0.0.1/so-lieu') returning id`,
    [profile, `record-${n}`, `Chỉ tiêu tăng ${n} phần trăm`],
  );
  const signal = `insert into signals (profile, article_version_id, kind, quote, span_start, span_end, record_id,
     evidence_quote, why, strength) values ($1, $2, $3, $4, 0, 10, $5, $6, 'khác số liệu chính thức', $7) returning id`;
  const contradicted = await id(signal, [
    profile,
    versionId,
    'contradicts-figure',
    quote,
    recordId,
    `tăng ${n} phần trăm`,
    0.9,
  ]);
  const unattributed = await id(signal, [profile, versionId, 'unattributed-allegation', quote, null, null, 0.3]);
  const flagId = await id(
    `insert into flags (profile, article_id, article_version_id, story_id, score) values ($1, $2, $3, $4, 0.9) returning id`,
    [profile, articleId, versionId, storyId],
  );
  return { articleId, versionId, flagId, signalIds: [contradicted, unattributed], recordId, storyId, outletId };
}
