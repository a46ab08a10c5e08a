import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { createPlaceNames } from '@lamro/analysis';
import { viewSignals } from '@lamro/database';
import { loadGazetteer } from '@lamro/profiles';
import { insertPendingVersion, type TestDatabase } from '@lamro/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClassifierContext } from '../../../classifier/src/classifier.ts';
import { judgeVersion } from '../../../classifier/src/judge-version.ts';
import { openJudgingRoom } from '../../../classifier/test/judging-room.ts';
import { FILL } from './fill.ts';

const PROFILE = 'hai-phong';
const MAIN = join(import.meta.dirname, '..', 'main.ts');
let database: TestDatabase;
let context: ClassifierContext;

beforeAll(async () => {
  ({ database, context } = await openJudgingRoom(PROFILE));
});
afterAll(() => database.close());

async function told(publishedAt: string, country: string, title: string, body: string, picture: string | null = null) {
  const language = country === 'VN' ? 'vi' : 'en';
  const article = { profile: PROFILE, title, body, language, country, publishedAt };
  const ids = await insertPendingVersion(database.pool, article);
  await database.pool.query('update article_versions set lead_image = $2 where id = $1', [ids.versionId, picture]);
  await judgeVersion(context, ids.versionId);
  return ids;
}

/** Rows of a table as text, so that any change shows. */
async function rowsOf(table: string, columns = '*'): Promise<string[]> {
  const { rows } = await database.pool.query<{ row: string }>(
    `select to_jsonb(t)::text as row from (select ${columns} from ${table}) t order by 1`,
  );
  return rows.map(({ row }) => row);
}

const DECIDED = ['judgements', 'signals', 'claims', 'flags', 'reviews', 'story_members', 'stories', 'items', 'changes'];

function fillIn(...args: string[]) {
  const env = { DATABASE_URL: database.url };
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, 'fill-in', ...args], { encoding: 'utf8', env });
  const lines = stdout
    .split('\n')
    .filter(Boolean)
    .map((line): Record<string, unknown> => JSON.parse(line));
  return { status, stderr, lines };
}

const OFFICIAL = [
  'Hải Phòng kiểm tra giấy phép các kho lạnh',
  'Thành phố Hải Phòng lập đoàn kiểm tra kho lạnh, chợ đầu mối và bến bãi đến cuối quý. Về vụ cháy ở phường Đồ Sơn, Công an thành phố Hải Phòng cho biết không có người chết, hai người bị thương nhẹ.',
] as const;
const FOREIGN = [
  'Deaths reported after blaze in Vietnam resort town',
  'Residents of Do Son in Hai Phong, Vietnam spoke of a night of fear by the sea. Twelve people were killed in the fire, they said.',
] as const;
const PICTURE = 'https://m.bao.example/2026/05/kho-lanh-300x200.jpg?w=640';

describe('lamro fill-in', () => {
  it('makes of stored versions what was not written down when they were judged, and changes nothing else', async () => {
    const official = await told('2026-06-03T06:00:00+07:00', 'VN', ...OFFICIAL, PICTURE);
    await told(
      '2026-06-04T06:00:00+07:00',
      'VN',
      'Đảo Cát Bà đón khách',
      'Đặc khu Cát Hải, thành phố Hải Phòng, đón 12.000 khách trong dịp lễ.',
    );
    await told(
      '2026-06-05T06:00:00+07:00',
      'VN',
      'Hải Phòng họp báo',
      'Thành phố Hải Phòng họp báo thường kỳ tháng 5.',
    );
    await told('2026-06-05T07:00:00+07:00', 'US', 'Weather in Ohio', 'It rained in Ohio on Monday.');
    const places = await rowsOf('item_places');
    const features = await rowsOf('story_features', 'article_id, features, seen_at');
    expect([places.length, features.length]).toEqual([3, 3]);

    await database.pool.query('delete from item_places');
    await database.pool.query('delete from story_features where article_id = $1', [official.articleId]);
    await database.pool.query(`update story_features set features = features - 'amounts' - 'periods'`);
    const keys = await rowsOf('story_features', 'article_id, keys');
    const decided = await Promise.all(DECIDED.map((table) => rowsOf(table)));

    // The first batch of a run that ended there.
    const gazetteer = loadGazetteer(PROFILE);
    const placeName = createPlaceNames(gazetteer);
    const placeCodes = gazetteer.units.map(({ code }) => code).filter((code) => placeName(code) !== null);
    const fill = await FILL.places(database.pool, { profile: PROFILE, placeName, placeCodes });
    expect(await fill({ profile: PROFILE, before: null, limit: 1 })).toHaveLength(1);

    const { status, lines, stderr } = fillIn('--batch', '2');
    expect([status, stderr]).toEqual([0, '']);
    expect(lines.filter(({ missing }) => missing !== undefined)).toEqual([
      { profile: PROFILE, part: 'pictures', missing: 1 },
      { profile: PROFILE, part: 'places', missing: 1 },
      { profile: PROFILE, part: 'features', missing: 3 },
    ]);
    expect(lines.filter(({ part, upTo }) => part === 'features' && upTo !== undefined)).toMatchObject([
      { filled: 2, of: 3 },
      { filled: 3, of: 3, upTo: official.articleId },
    ]);
    expect(lines.at(-1)).toEqual({ profile: PROFILE, part: 'features', done: true, filled: 3, left: 0 });
    expect(await rowsOf('item_places')).toEqual(places);
    expect(await rowsOf('story_features', 'article_id, features, seen_at')).toEqual(features);
    expect(await rowsOf('story_features', 'article_id, keys')).toEqual(expect.arrayContaining(keys));
    expect(await rowsOf('lead_pictures', 'article_id::int, key, dated, published_at::text')).toEqual([
      expect.stringContaining('"key": "m.bao.example/2026/05/kho-lanh.jpg", "dated": "2026-05"'),
    ]);
    expect(await Promise.all(DECIDED.map((table) => rowsOf(table)))).toEqual(decided);

    const again = fillIn();
    expect(again.lines.filter(({ missing }) => missing !== undefined).map(({ missing }) => missing)).toEqual([0, 0, 0]);
    expect(again.status).toBe(0);
  });

  it('lets a new article meet the old ones, which it did not before', async () => {
    await database.pool.query('delete from item_places');
    const alone = await told('2026-06-06T09:00:00+01:00', 'GB', ...FOREIGN);
    expect(await viewSignals(database.pool, PROFILE, alone.versionId)).toEqual([]);
    expect(fillIn('--profile', PROFILE).status).toBe(0);
    const [title, body] = FOREIGN;
    const beside = await told('2026-06-06T10:00:00+01:00', 'GB', `${title}: what we know`, body);
    const signals = await viewSignals(database.pool, PROFILE, beside.versionId);
    expect(signals.map(({ kind }) => kind)).toContain('differs-between-versions');
  });

  it('says what it does not know', () => {
    for (const args of [
      ['--profile', 'ha-noi'],
      ['--batch', '0'],
    ])
      expect(fillIn(...args)).toMatchObject({ status: 2, stderr: expect.stringMatching(/hai-phong|từ 1 đến 5000/) });
  });
});
