import { findNeighbours, findStoryOf, inTransaction, viewSignals } from '@lamro/database';
import { insertPendingVersion, type TestDatabase } from '@lamro/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openJudgingRoom } from '../test/judging-room.ts';
import type { ClassifierContext } from './classifier.ts';
import { judgeVersion } from './judge-version.ts';

const PROFILE = 'hai-phong';
let database: TestDatabase;
let context: ClassifierContext;

beforeAll(async () => {
  ({ database, context } = await openJudgingRoom(PROFILE));
});
afterAll(() => database.close());

async function told(publishedAt: string, country: 'VN' | 'GB', text: readonly [string, string]) {
  const [title, body] = text;
  const language = country === 'VN' ? 'vi' : 'en';
  const ids = await insertPendingVersion(database.pool, {
    profile: PROFILE,
    title,
    body,
    language,
    country,
    publishedAt,
  });
  await judgeVersion(context, ids.versionId);
  const signals = await viewSignals(database.pool, PROFILE, ids.versionId);
  return { ...ids, story: await findStoryOf(database.pool, ids.articleId), signals };
}

const OFFICIAL = [
  'Hải Phòng kiểm tra giấy phép xây dựng và phòng cháy các kho lạnh',
  'Thành phố Hải Phòng lập ba đoàn kiểm tra giấy phép của kho lạnh, chợ đầu mối và bến bãi từ nay đến cuối quý. Đoàn xem hồ sơ thiết kế, hệ thống điện, đường thoát và hợp đồng bảo hiểm của từng đơn vị. Về vụ cháy ở phường Đồ Sơn, Công an thành phố Hải Phòng cho biết không có người chết, hai người bị thương nhẹ.',
] as const;
const FOREIGN = [
  'Deaths reported after blaze in Vietnam resort town',
  'Residents of Do Son in Hai Phong, Vietnam spoke of a night of fear by the sea. Twelve people were killed in the fire, they said. The town lives on visitors, seafood and its casino.',
] as const;

describe('articles beside which a new one is judged', () => {
  it('are those of one place too, although no story joins them', async () => {
    const official = await told('2026-06-03T06:00:00+07:00', 'VN', OFFICIAL);
    const foreign = await told('2026-06-06T09:00:00+01:00', 'GB', FOREIGN);
    expect(foreign.story).not.toBe(official.story);
    expect(foreign.signals.map(({ kind, articleId }) => [kind, articleId])).toEqual([
      ['differs-between-versions', official.articleId],
      ['differs-between-versions', official.articleId],
    ]);
    // Two months later it is another matter.
    const later = await told('2026-08-09T09:00:00+01:00', 'GB', FOREIGN);
    expect(later.signals.filter(({ articleId }) => articleId === official.articleId)).toEqual([]);
  });

  it('are found by reading some dozen rows, however many a place has', async () => {
    await inTransaction(database.pool, async (client) => {
      await client.query(`set local session_replication_role = replica`);
      await client.query(
        `insert into item_places (article_id, profile, place, at)
         select 1000000 + n, $1, (array['do son', 'cat ba'])[1 + n % 2], '2026-06-01'::timestamptz + n * interval '1 minute'
         from generate_series(1, 40000) n`,
        [PROFILE],
      );
    });
    await database.pool.query('analyze item_places');
    const read = await inTransaction(database.pool, async (client) => {
      await findNeighbours(client, {
        profile: PROFILE,
        articleId: '1',
        places: ['do son', 'cat ba', 'lach huyen'],
        at: new Date('2026-06-20T00:00:00Z'),
        withinDays: 30,
        limit: 6,
      });
      const { rows } = await client.query<{ scanned: number; fetched: number }>(
        `select seq_tup_read::int as scanned, idx_tup_fetch::int as fetched from pg_stat_xact_user_tables
         where relname = 'item_places'`,
      );
      return rows[0];
    });
    expect(read?.scanned).toBe(0);
    expect(read?.fetched).toBeGreaterThan(0);
    // Six of each of two places; the server may look some of them up more than once, but never a share of the forty thousand.
    expect(read?.fetched).toBeLessThanOrEqual(60);
  });
});
