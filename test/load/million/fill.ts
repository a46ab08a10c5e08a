import type { Pool, Queryable } from '@lamro/database';
import { SECTORS } from '@lamro/domain';
import { baseTexts, LANGUAGES, randomOf } from './texts.ts';

const BASE_TEXTS = 12_000;
const RARE_WORDS = 20_000;
const OUTLETS = 300;
const CHUNK = 50_000;
/** One article in so many carries a flag. */
const FLAGGED_EVERY = 200;

export interface FillOptions {
  readonly pool: Pool;
  readonly profile: string;
  /** Codes of places of the province. */
  readonly places: readonly string[];
  readonly articles: number;
  /** Over so many days they came, evenly. */
  readonly days: number;
  readonly say: (line: string) => void;
}

/**
 * Writes a ledger of that many articles by statements of the server, as the pipeline would have left it: outlets, articles, versions,
 * attempts, judgements, stories, items, flags with signals, half of them reviewed. What stories and neighbours are found by is left to
 * `fillStories`.
 */
export async function fillLedger(options: FillOptions): Promise<void> {
  const { pool, articles, say } = options;
  const client = await pool.connect();
  try {
    await client.query(
      "set session_replication_role = replica; set maintenance_work_mem = '1GB'; set synchronous_commit = off; set statement_timeout = 0",
    );
    await writeTexts(options, client);
    const outlets = await writeOutlets(options, client);
    const indexes = await dropIndexes(client);
    for (let from = 1; from <= articles; from += CHUNK) {
      const to = Math.min(articles, from + CHUNK - 1);
      await writeArticles(options, client, outlets, [from, to]);
      say(`${to} articles written`);
    }
    await writeFlags(options, client);
    for (const index of indexes) await client.query(index);
    await setSequences(client);
    await client.query('set session_replication_role = origin');
    await client.query('drop table load_texts, load_words, load_outlets');
    await client.query('vacuum (analyze)');
    say('indexed and analysed');
  } finally {
    client.release(true);
  }
}

async function writeTexts({ articles }: FillOptions, client: Queryable): Promise<void> {
  const texts = baseTexts(Math.min(BASE_TEXTS, articles));
  await client.query(
    'create table load_texts (language text, n int, title text, body text, search_exact tsvector, search_toneless tsvector)',
  );
  for (let at = 0; at < texts.length; at += 500) {
    const part = texts.slice(at, at + 500);
    await client.query(
      `insert into load_texts select language, n + $4, title, body, to_tsvector('simple', words), to_tsvector('simple', fold_tones(words))
       from unnest($1::text[], $2::text[], $3::text[]) with ordinality t(language, title, body, n),
         lateral search_words(title || ' ' || body) words`,
      [part.map((text) => text.language), part.map((text) => text.title), part.map((text) => text.body), at],
    );
  }
  await client.query(
    'update load_texts t set n = ranked.rank from (select ctid as place, row_number() over (partition by language) as rank from load_texts) ranked where t.ctid = ranked.place',
  );
  await client.query('create index on load_texts (language, n)');
  await client.query('create table load_words (n int primary key, word text)');
  await client.query('insert into load_words select n - 1, word from unnest($1::text[]) with ordinality w(word, n)', [
    rareWords(),
  ]);
}

/** Names that nobody bears, of Vietnamese syllables, for words that few articles share. */
function rareWords(): readonly string[] {
  const random = randomOf(2);
  const starts = ['b', 'ch', 'đ', 'gi', 'h', 'kh', 'l', 'm', 'ng', 'nh', 'ph', 'qu', 's', 't', 'th', 'tr', 'v', 'x'];
  const rhymes = ['ẳm', 'ếch', 'ịu', 'oằn', 'uệ', 'ượp', 'ồng', 'ẫy', 'ụi', 'ẻo', 'iễn', 'ởm', 'ắt', 'ổi', 'ừng'];
  const syllable = () =>
    `${starts[Math.floor(random() * starts.length)]}${rhymes[Math.floor(random() * rhymes.length)]}`;
  return Array.from({ length: RARE_WORDS }, (_, n) => `${syllable()}${syllable()}${n % 7 === 0 ? n : ''}`);
}

async function writeOutlets({ profile }: FillOptions, client: Queryable): Promise<number> {
  const languages: string[] = [];
  for (const [language, percent] of LANGUAGES)
    languages.push(...Array.from({ length: Math.max(1, Math.round((OUTLETS * percent) / 100)) }, () => language));
  await client.query(
    `insert into outlets (profile, name, country, language)
     select $1, 'Tòa soạn ' || n, case language when 'vi' then 'VN' when 'zh' then 'CN' when 'ja' then 'JP' when 'ko' then 'KR'
       when 'fr' then 'FR' when 'ru' then 'RU' when 'th' then 'TH' when 'km' then 'KH' when 'lo' then 'LA' when 'de' then 'DE'
       when 'es' then 'ES' else (array['US', 'GB', 'AU', 'SG', 'IN'])[1 + n % 5] end, language
     from unnest($2::text[]) with ordinality l(language, n)`,
    [profile, languages],
  );
  await client.query(
    'create table load_outlets (n int primary key, id bigint, country text, language text, texts int)',
  );
  await client.query(
    `insert into load_outlets select row_number() over (order by id) - 1, id, country, language,
       (select count(*) from load_texts t where t.language = outlets.language) from outlets
     where profile = $1 and name like 'Tòa soạn %'`,
    [profile],
  );
  return languages.length;
}

/** Indexes of what is filled, but those that keep a constraint: built at the end they take a fraction of the time. */
async function dropIndexes(client: Queryable): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i where i.indrelid = any(array['items', 'articles', 'article_versions', 'judgements']::regclass[])
       and not i.indisunique and not i.indisprimary`,
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return rows.map(({ definition }) => definition);
}

/** Everything of articles `from` to `to`, whose ids are their numbers; drawn anew from the number, so the same each time. */
async function writeArticles(
  options: FillOptions,
  client: Queryable,
  outlets: number,
  [from, to]: readonly [number, number],
): Promise<void> {
  const { profile, places, articles, days } = options;
  await client.query(
    `create temp table drawn as
     select number as id, o.id as outlet_id, o.country, o.language, t.title, t.body, t.search_exact, t.search_toneless,
       now() - make_interval(secs => ($1 - number) * ${days * 86_400}.0 / $1) as seen, hash % 10 < 6 as relevant,
       array(select distinct ($2::text[])[1 + floor(power(((hash >> k) % 997) / 997.0, 3) * array_length($2::text[], 1))::int]
         from generate_series(1, 1 + (hash % 3)::int) k) as sectors,
       array(select distinct ($3::text[])[1 + floor(power(((hash >> (k + 3)) % 991) / 991.0, 3) * array_length($3::text[], 1))::int]
         from generate_series(1, 1 + (hash % 2)::int) k) as places,
       (select string_agg(w.word, ' ') from generate_series(1, 6) k
         join load_words w on w.n = floor(power(((hash >> k) % 10007) / 10007.0, 4) * ${RARE_WORDS})::int) as extra
     from (select number, abs(hashint8extended(number, 7)) as hash from generate_series($4::bigint, $5::bigint) number) numbers
     join load_outlets o on o.n = hash % $6::int
     join load_texts t on t.language = o.language and t.n = 1 + (hash >> 8) % o.texts`,
    [articles, SECTORS, places, from, to, outlets],
  );
  for (const statement of WRITTEN) await client.query(statement, [profile]);
  await client.query('drop table drawn');
}

const WRITTEN = [
  `insert into articles (id, profile, outlet_id, url, canonical_url, origin, state, listed_title, current_version_id, first_seen_at)
   overriding system value
   select id, $1, outlet_id, 'https://toa-soan-' || outlet_id || '.example/tin/' || id, 'https://toa-soan-' || outlet_id || '.example/tin/' || id,
     case country when 'VN' then 'domestic' else 'foreign' end, 'fetched', title, id, seen from drawn`,
  `insert into article_versions (id, profile, article_id, number, content_hash, title, body, published_at, language, snapshot_sha256,
     extractor_version, judged_at, created_at)
   overriding system value
   select id, $1, id, 1, md5(id::text), title, body || ' ' || extra, seen - interval '20 minutes', language,
     md5(id::text) || md5('raw' || id::text), '1', seen, seen from drawn`,
  `insert into fetches (profile, article_id, purpose, url, outcome, status, bytes, duration_ms, snapshot_sha256, fetched_at)
   select $1, id, 'article', 'https://toa-soan-' || outlet_id || '.example/tin/' || id, 'ok', 200, 40000, 300, md5(id::text) || md5('raw' || id::text), seen
   from drawn`,
  `insert into judgements (article_version_id, article_id, profile, relevant, relevance_score, about, mentions, places, sectors,
     flag_score, classifier_version, created_at)
   select id, id, $1, relevant, case when relevant then 0.9 else 0.1 end, case when relevant then 'subject' else 'none' end, '[]',
     (select jsonb_agg(jsonb_build_object('code', p, 'name', p, 'asOf', '2026-01-01')) from unnest(places) p),
     (select jsonb_agg(jsonb_build_object('id', s, 'score', 0.8)) from unnest(sectors) s), 0.05, '1', seen from drawn`,
  `insert into stories (id, profile, title, first_at, last_at) overriding system value
   select id, $1, title, seen, seen from drawn where id % 3 = 0`,
  `insert into story_members (article_id, profile, story_id, score)
   select id, $1, id - id % 3, 0.8 from drawn where relevant and id >= 3`,
  `insert into items (article_id, version_id, profile, first_seen_at, origin, language, country, outlet_id, relevant, sectors, places,
     search_exact, search_toneless)
   select id, id, $1, seen, case country when 'VN' then 'domestic' else 'foreign' end, language, country, outlet_id, relevant, sectors,
     places, search_exact || to_tsvector('simple', extra), search_toneless || to_tsvector('simple', fold_tones(extra)) from drawn`,
];

async function writeFlags({ profile }: FillOptions, client: Queryable): Promise<void> {
  await client.query(
    `with flagged as (
       insert into flags (profile, article_id, article_version_id, story_id, state, score, verdict_suggestion, opened_at, decided_at)
       select profile, article_id, version_id, null,
         (array['open', 'open', 'confirmed', 'dismissed'])[1 + article_id / ${FLAGGED_EVERY} % 4],
         0.5 + (article_id % 97) / 200.0, 'distorted', first_seen_at,
         case when article_id / ${FLAGGED_EVERY} % 4 >= 2 then first_seen_at + interval '5 hours' end
       from items where relevant and article_id % ${FLAGGED_EVERY} = 0 returning *),
     signs as (
       insert into signals (profile, article_version_id, kind, quote, span_start, span_end, evidence_article_id, evidence_quote, why, strength)
       select profile, article_version_id, 'contradicts-figure', 'tăng 12%', 0, 8, article_id, 'tăng 8%', 'Khác số liệu chính thức', 0.8 from flagged)
     insert into reviews (profile, flag_id, decision, verdict, reason, reviewer_id, reviewer_role, reviewed_at)
     select profile, id, state, case state when 'confirmed' then 'distorted' else 'accurate-negative' end, 'Đã đối chiếu', 'load', 'analyst', decided_at
     from flagged where decided_at is not null and $1::text = profile`,
    [profile],
  );
}

/** What was numbered by hand is counted on from. */
async function setSequences(client: Queryable): Promise<void> {
  for (const table of ['articles', 'article_versions', 'stories'])
    await client.query(`select setval(pg_get_serial_sequence('${table}', 'id'), (select max(id) from ${table}))`);
}
