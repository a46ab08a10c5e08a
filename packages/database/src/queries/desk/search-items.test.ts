import { insertFlaggedArticle, openTestDatabase, type TestDatabase } from '@lamro/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listItem } from '../judgements/list-item.ts';
import { searchItems } from './search-items.ts';
import { type ItemFilter, UNFILTERED, viewItems } from './view-items.ts';

const OPEN: ItemFilter = { ...UNFILTERED, profile: 'hai-phong', reader: 'reader', limit: 30 };
const TITLES = {
  port: 'Cảng Lạch Huyện đón tàu lớn',
  toneless: 'Cang Lach Huyen don tau lon',
  ghost: 'Cáng người bệnh qua suối',
  chinese: '海防市港口吞吐量增长',
  apart: '海外防疫工作',
  japanese: 'ハイフォン港の貨物',
} as const;

let database: TestDatabase;
const ids = new Map<string, string>();

beforeAll(async () => {
  database = await openTestDatabase();
  for (const [name, title] of Object.entries(TITLES)) {
    const place = { code: name === 'port' ? '311' : '304', name };
    const made = await insertFlaggedArticle(database.pool, { profile: 'hai-phong', title, places: [place] });
    ids.set(made.articleId, name);
  }
});
afterAll(() => database.close());

async function find(text: string, change: Partial<ItemFilter> = {}): Promise<readonly (string | undefined)[]> {
  const rows = await searchItems(database.pool, { ...OPEN, ...change, text, offset: 0 });
  return rows.map((row) => `${ids.get(row.id)}${row.exact ? '' : '~'}`);
}

describe('searchItems', () => {
  it('puts the same tones first and other tones after them', async () => {
    expect(await find('cảng')).toEqual(['port', 'ghost~', 'toneless~']);
  });

  it('holds every spelling equal when no tones were typed', async () => {
    expect(await find('cang')).toEqual(['ghost', 'toneless', 'port']);
  });

  it('finds words of two Chinese characters where they stand together, and only there', async () => {
    expect(await find('海防')).toEqual(['chinese']);
    expect(await find('海')).toEqual(['apart', 'chinese']);
    expect(await find('海防市')).toEqual(['chinese']);
    expect(await find('防市港')).toEqual(['chinese']);
    expect(await find('市海')).toEqual([]);
  });

  it('takes a sign for an exclusion before a word and not within one', async () => {
    expect(await find('海 -海防')).toEqual(['apart']);
    expect(await find('海 -海防市')).toEqual(['apart']);
    expect(await find('cang -nguoi')).toEqual(['toneless', 'port']);
    expect(await find('港-海防')).toEqual(['chinese']);
  });

  it('holds phrases together, in any script, and excludes them whole', async () => {
    expect(await find('"lach huyen"')).toEqual(['toneless', 'port']);
    expect(await find('"huyen lach"')).toEqual([]);
    expect(await find('cang -"lach huyen"')).toEqual(['ghost']);
    expect(await find('"港口" 海')).toEqual(['chinese']);
    expect(await find('海 -"防市港"')).toEqual(['apart']);
    expect(await find('"Cảng Lạch Huyện" đón')).toEqual(['port', 'toneless~']);
  });

  it('marks what was found, pairs of characters too', async () => {
    const [row] = await searchItems(database.pool, { ...OPEN, text: '吞吐', offset: 0 });
    expect(row?.excerpt.replaceAll(/\s/gu, '')).toContain('\ue000吞\ue001\ue000吐\ue001');
  });

  it('searches within the other conditions of the stream', async () => {
    expect(await find('cang', { place: '311' })).toEqual(['port']);
    expect(await find('cang', { origin: 'foreign' })).toEqual([]);
    expect(await find('cang', { minScore: 0.95 })).toEqual([]);
    expect(await find('cang', { flag: 'none' })).toEqual([]);
  });

  it('finds a rare word beyond the newest items, and turns pages through both', async () => {
    const outlet = await database.pool.query<{ outlet_id: string }>('select outlet_id from items limit 1');
    await database.pool.query(
      `with made as (
         insert into articles (profile, outlet_id, url, canonical_url, origin, state)
         select 'hai-phong', $1, 'http://127.0.0.1/many/' || n, 'http://127.0.0.1/many/' || n, 'domestic', 'fetched'
         from generate_series(1, 1500) n returning id),
       versions as (
         insert into article_versions (profile, article_id, number, content_hash, title, body, language, snapshot_sha256, extractor_version)
         select 'hai-phong', id, 1, 'many-' || id, 'Tin thường ngày', '', 'vi', repeat('0', 64), '1' from made returning id, article_id)
       insert into items (article_id, version_id, profile, first_seen_at, origin, language, country, outlet_id, relevant, sectors,
         places, search_exact, search_toneless)
       select article_id, id, 'hai-phong', now() + interval '1 hour', 'domestic', 'vi', 'VN', $1, true, '{}', '{}',
         to_tsvector('simple', 'Tin thường ngày'), to_tsvector('simple', 'Tin thuong ngay') from versions`,
      [outlet.rows[0]?.outlet_id],
    );
    expect(await find('cảng')).toEqual(['port', 'ghost~', 'toneless~']);
    const second = await searchItems(database.pool, { ...OPEN, text: 'cảng', offset: 1, limit: 1 });
    expect(second.map((row) => ids.get(row.id))).toEqual(['ghost']);
    expect((await find('tin thường ngày')).length).toBe(30);
  });
});

describe('viewItems', () => {
  it('filters by place, verdict and score', async () => {
    const names = async (change: Partial<ItemFilter>) =>
      (await viewItems(database.pool, { ...OPEN, ...change })).map((row) => ids.get(row.id));
    expect(await names({ place: '311' })).toEqual(['port']);
    expect(await names({ verdict: 'distorted' })).toEqual([]);
    const [flagged] = await viewItems(database.pool, { ...OPEN, place: '311' });
    await database.pool.query(
      `insert into reviews (profile, flag_id, decision, verdict, reason, reviewer_id, reviewer_role)
       values ('hai-phong', $1, 'confirmed', 'distorted', 'khác số liệu', 'reader', 'analyst')`,
      [flagged?.flagId],
    );
    expect(await names({ verdict: 'distorted' })).toEqual(['port']);
    expect(await names({ minScore: 0.95 })).toEqual([]);
    expect((await names({ minScore: 0.85, sector: 'health' })).sort()).toEqual(Object.keys(TITLES).sort());
  });

  it('follows the country that an outlet turns out to have', async () => {
    const { pool } = database;
    const count = async (country: string) => (await viewItems(pool, { ...OPEN, country, limit: 3_000 })).length;
    const before = await count('VN');
    expect([before > 0, await count('SG')]).toEqual([true, 0]);
    await pool.query("update outlets set country = 'SG' where profile = 'hai-phong'");
    expect([await count('VN'), await count('SG')]).toEqual([0, before]);
  });

  it('keeps the newest judged version when an older one is listed late', async () => {
    const { pool } = database;
    const made = await insertFlaggedArticle(pool, { profile: 'cao-bang', title: 'Bản cũ' });
    const newer = await pool.query<{ id: string }>(
      `with version as (
         insert into article_versions (profile, article_id, number, content_hash, title, body, language, snapshot_sha256, extractor_version)
         select profile, article_id, 2, 'newer', 'Bản mới', '', 'vi', snapshot_sha256, '1' from article_versions where id = $1
         returning id, article_id)
       insert into judgements (article_version_id, article_id, profile, relevant, relevance_score, about, mentions, places, sectors,
         flag_score, classifier_version)
       select version.id, version.article_id, profile, true, 1, 'subject', '[]', '[]', '[]', 0, '1'
       from version, judgements where article_version_id = $1 returning article_version_id as id`,
      [made.versionId],
    );
    const id = newer.rows[0]?.id ?? '';
    await listItem(pool, id);
    await listItem(pool, made.versionId);
    const { rows } = await pool.query<{ id: string }>('select version_id as id from items where article_id = $1', [
      made.articleId,
    ]);
    expect(rows).toEqual([{ id }]);
  });

  it('shows what was not judged yet only among everything', async () => {
    await database.pool.query(
      `insert into articles (profile, outlet_id, url, canonical_url, origin, listed_title, first_seen_at)
       select 'hai-phong', outlet_id, 'http://127.0.0.1/new', 'http://127.0.0.1/new', 'domestic', 'Vừa thấy', now() + interval '2 hours'
       from items limit 1`,
    );
    const titles = async (relevantOnly: boolean) =>
      (await viewItems(database.pool, { ...OPEN, relevantOnly, limit: 1 })).map((row) => row.title);
    expect(await titles(false)).toEqual(['Vừa thấy']);
    expect((await titles(true))[0]).toMatch(/many/);
  });
});
