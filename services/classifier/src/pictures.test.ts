import { saveLeadPicture, viewSignals } from '@lamro/database';
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

/** Matters that no story joins. */
const MATTERS = [
  ['Hải Phòng khai trương tuyến xe buýt điện', 'Thành phố Hải Phòng đưa hai mươi xe buýt điện vào chạy tuyến nội đô.'],
  ['Học sinh Hải Phòng đoạt giải toán', 'Ba học sinh của thành phố Hải Phòng đoạt huy chương tại kỳ thi toán quốc tế.'],
  ['Ngập sâu ở trung tâm Hải Phòng', 'Nhiều phố của thành phố Hải Phòng ngập nửa mét, giao thông tê liệt.'],
  ['Lễ hội hoa phượng đỏ mở màn', 'Thành phố Hải Phòng bắn pháo hoa mở màn lễ hội hoa phượng đỏ bên bờ sông.'],
  [
    'Bệnh viện ở Hải Phòng ghép thận',
    'Bệnh viện Việt Tiệp, thành phố Hải Phòng ghép thận thành công cho một người bệnh.',
  ],
] as const;

async function shown(matter: number, day: string, address: string, caption: string | null = null, storyOf?: string) {
  const [title, body] = MATTERS[matter] ?? ['', ''];
  const { pool } = database;
  const publishedAt = `${day}T08:00:00+07:00`;
  const ids = await insertPendingVersion(pool, {
    profile: PROFILE,
    title,
    body,
    language: 'vi',
    country: 'VN',
    publishedAt,
  });
  await saveLeadPicture(pool, { versionId: ids.versionId, key: address, address, caption, dated: null });
  // An article that stands in a story stays there.
  await pool.query(
    `insert into story_members (article_id, profile, story_id, score)
     select $1, profile, story_id, 1 from story_members where article_id = $2::bigint`,
    [ids.articleId, storyOf ?? null],
  );
  await judgeVersion(context, ids.versionId);
  const signals = await viewSignals(pool, PROFILE, ids.versionId);
  const flags = await pool.query('select from flags where article_id = $1', [ids.articleId]);
  return { ...ids, signals, flagged: flags.rowCount === 1 };
}

describe('a lead picture that stood before', () => {
  it('is noted beside an article of another event, and raises no flag by itself', async () => {
    const old = await shown(0, '2026-03-02', 'https://m.example/pho.jpg');
    const fresh = await shown(2, '2026-11-10', 'https://m.example/pho.jpg');
    expect(fresh.signals.map(({ kind, articleId, evidenceQuote }) => [kind, articleId, evidenceQuote])).toEqual([
      ['old-as-new', old.articleId, 'https://m.example/pho.jpg (2026-03-02)'],
    ]);
    expect([old.signals, fresh.flagged]).toEqual([[], false]);
  });

  it('raises a flag where its caption says that it is of today', async () => {
    await shown(1, '2026-03-02', 'https://m.example/truong.jpg');
    const fresh = await shown(3, '2026-11-10', 'https://m.example/truong.jpg', 'Người dân xem pháo hoa sáng nay');
    expect(fresh.flagged).toBe(true);
  });

  it('is nothing where it is of the same event', async () => {
    const old = await shown(4, '2026-06-01', 'https://m.example/ghep.jpg');
    const fresh = await shown(1, '2026-11-10', 'https://m.example/ghep.jpg', null, old.articleId);
    expect(fresh.signals).toEqual([]);
  });

  it('is nothing where it stands everywhere', async () => {
    const days = ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01', '2026-11-11'];
    const shownAt = [];
    for (const [matter, day] of days.entries()) shownAt.push(await shown(matter, day, 'https://m.example/logo.png'));
    expect(shownAt.map(({ signals }) => signals.length)).toEqual([0, 1, 1, 1, 0]);
  });
});
