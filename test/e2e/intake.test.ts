import { createSourceRoom } from '@lamro/api';
import { findSecrecyMarks } from '@lamro/archive';
import { createCasework } from '@lamro/casework';
import { loadProfile } from '@lamro/profiles';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Crawl, openCrawl, PROFILE } from '../../services/crawler/test/crawl.ts';
import {
  articlePage,
  fetcherFor,
  type OutletServer,
  rss,
  startOutlet,
} from '../../services/crawler/test/outlet-server.ts';

/** What an agency hands in goes the way of what the crawler finds, from casework's command to a stored version. */
describe('an item that is handed in', () => {
  let outlet: OutletServer;
  let crawl: Crawl;
  let casework: ReturnType<typeof createCasework>;
  const officer = { id: 'can-bo', name: 'Cán bộ', profile: PROFILE, role: 'officer', agency: null } as const;

  beforeAll(async () => {
    outlet = await startOutlet();
    const fetcher = fetcherFor([outlet.origin]);
    crawl = await openCrawl({ fetcher });
    casework = createCasework({
      pool: crawl.database.pool,
      profiles: loadProfile,
      findSecrecyMarks,
      sources: createSourceRoom(fetcher),
    });
  });
  afterAll(async () => {
    await crawl.close();
    await outlet.close();
  });

  const version = async (articleId: string) =>
    (
      await crawl.rows<{ title: string; body: string; language: string; snapshot_sha256: string }>(
        'select v.title, v.body, v.language, v.snapshot_sha256 from article_versions v where v.article_id = $1',
        articleId,
      )
    )[0];

  it('as an address is fetched, and found again by the crawler under the same article', async () => {
    outlet.pages.set('/bai-bao.html', articlePage('Bài do sở báo'));
    const { articleId } = await casework.reportItem(officer, {
      url: `${outlet.origin}/bai-bao.html?utm_source=zalo`,
      reason: 'Số liệu khác báo cáo của sở.',
    });
    expect(await crawl.fetch(articleId)).not.toBeNull();
    expect(await version(articleId)).toMatchObject({ title: 'Bài do sở báo', language: 'vi' });
    outlet.pages.set('/tin.rss', rss([{ link: '/bai-bao.html', title: 'Bài do sở báo' }]));
    expect(await crawl.check(await crawl.addSource({ url: `${outlet.origin}/tin.rss` }))).toEqual([]);
  });

  it('as text is stored with its bytes as proof', async () => {
    const text =
      'Các hộ dân ven biển cho biết chưa nhận được tiền hỗ trợ sau cơn bão số ba.\n\nChính quyền xã nói đã chi trả.';
    const { articleId } = await casework.reportItem(officer, {
      title: 'Tin phát thanh',
      text,
      outlet: 'Đài Thử',
      reason: 'Người dân gọi đường dây nóng.',
      receivedBy: 'hotline',
    });
    expect(await crawl.fetch(articleId)).not.toBeNull();
    const stored = await version(articleId);
    expect(stored).toMatchObject({ title: 'Tin phát thanh', body: text, language: 'vi' });
    const bytes = await crawl.blobs.get(stored?.snapshot_sha256 ?? '');
    expect(Buffer.from(bytes).toString()).toBe(`Tin phát thanh\n\n${text}\n`);
    expect(await crawl.rows('select purpose, outcome from fetches where article_id = $1', articleId)).toEqual([
      { purpose: 'intake', outcome: 'fetched' },
    ]);
  });

  it('a source is tried and taken over by the commands of casework', async () => {
    const administrator = { ...officer, role: 'administrator' } as const;
    outlet.pages.set('/moi.rss', rss([{ link: '/moi-1', title: 'Tin mới' }]));
    const trial = await casework.previewSource(administrator, { url: `${outlet.origin}/moi.rss` });
    expect(trial).toMatchObject({ kind: 'rss', title: 'Báo Thử', alarm: null });
    const { opml } = await casework.exportOpml(administrator, {});
    const again = await casework.importOpml(administrator, { opml });
    expect(again).toMatchObject({ added: [], refused: [] });
    expect(again.known).toBeGreaterThan(0);
  });
});
