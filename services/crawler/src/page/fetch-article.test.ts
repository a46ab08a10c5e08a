import { findArticle } from '@lamro/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Crawl, openCrawl } from '../../test/crawl.ts';
import { articlePage, fetcherFor, type OutletServer, rss, startOutlet } from '../../test/outlet-server.ts';
import { fetchArticle } from './fetch-article.ts';
import { visitArticle } from './visit-article.ts';

interface VersionRow {
  number: number;
  title: string;
  body: string;
  difference: { addedWords: number; removedWords: number; paragraphs: { kind: string }[] } | null;
}

describe('articles', () => {
  let outlet: OutletServer;
  let crawl: Crawl;
  beforeAll(async () => {
    outlet = await startOutlet();
    crawl = await openCrawl({ fetcher: fetcherFor([outlet.origin]) });
  });
  afterAll(async () => {
    await crawl.close();
    await outlet.close();
  });
  beforeEach(() => {
    outlet.asked.length = 0;
  });

  let serial = 0;
  /** Lists these paths in a feed of their own. @returns the articles' ids */
  async function discover(...paths: string[]): Promise<string[]> {
    const feed = `/feed-${++serial}.rss`;
    outlet.pages.set(feed, rss(paths.map((link) => ({ link, title: `Tin ${link}` }))));
    return crawl.check(await crawl.addSource({ url: outlet.origin + feed }));
  }
  const versions = (articleId: string) =>
    crawl.rows<VersionRow>(
      'select number, title, body, difference from article_versions where article_id = $1 order by number',
      articleId,
    );
  const stateOf = async (articleId: string) =>
    (
      await crawl.rows<{
        state: string;
        last_failure: string | null;
        attempts: number;
        syndicated_from: string | null;
      }>('select state, last_failure, attempts, syndicated_from from articles where id = $1', articleId)
    )[0];
  const visitAgain = async (articleId: string) => {
    const row = await findArticle(crawl.database.pool, articleId);
    if (row === null) throw new Error('no article');
    return visitArticle(crawl.context, row, { purpose: 'recheck', acceptPartial: false });
  };

  it('the picture that a page puts first is kept with its caption and the day in its path, and never loaded', async () => {
    const head =
      '<meta property="og:image" content="/anh/2026/03/07/cau-300x200.jpg?w=9"><meta property="og:image:alt" content="Cầu nhìn từ bờ nam">';
    outlet.pages.set('/anh.html', articlePage('Cầu mới thông xe', { head }));
    const [id = ''] = await discover('/anh.html');
    await crawl.fetch(id);
    const kept = await crawl.rows('select key, address, caption, dated from lead_pictures where article_id = $1', id);
    const host = new URL(outlet.origin).host;
    expect(kept).toEqual([
      {
        key: `${host}/anh/2026/03/07/cau.jpg`,
        address: `${outlet.origin}/anh/2026/03/07/cau-300x200.jpg?w=9`,
        caption: 'Cầu nhìn từ bờ nam',
        dated: '2026-03-07',
      },
    ]);
    expect(outlet.asked.some((asked) => JSON.stringify(asked).includes('cau'))).toBe(false);
  });

  it('an edit is a new version with what changed, never a second article; a page that changed nothing is none', async () => {
    outlet.pages.set(
      '/sua.html',
      articlePage('Tiến độ đường ven biển', { extra: 'Dự án chậm 12 tháng so với kế hoạch.' }),
    );
    const [id = ''] = await discover('/sua.html');
    expect(await crawl.fetch(id)).not.toBeNull();
    expect(await visitAgain(id)).toMatchObject({ kind: 'stored', versionId: null });
    outlet.pages.set(
      '/sua.html',
      articlePage('Tiến độ đường ven biển', { extra: 'Dự án chậm 2 tháng so với kế hoạch.' }),
    );
    expect(await visitAgain(id)).toMatchObject({ kind: 'stored', versionId: expect.any(String) });
    const [first, second, ...more] = await versions(id);
    expect(more).toEqual([]);
    expect(first?.difference).toBeNull();
    expect(second?.difference).toMatchObject({ addedWords: 1, removedWords: 1 });
    expect(second?.difference?.paragraphs.filter(({ kind }) => kind !== 'same')).toMatchObject([
      { kind: 'changed', before: 'Dự án chậm 12 tháng so với kế hoạch.', after: 'Dự án chậm 2 tháng so với kế hoạch.' },
    ]);
  });

  it('a page that names another address of its own is known by both', async () => {
    outlet.pages.set(
      '/ngan/77',
      articlePage('Bài có tên khác', { head: '<link rel="canonical" href="/bai-ten-khac-77.html">' }),
    );
    const [id = ''] = await discover('/ngan/77');
    await crawl.fetch(id);
    expect(await discover('/ngan/77', '/bai-ten-khac-77.html')).toEqual([]);
  });

  it('two addresses of one page become one article, whichever is fetched first', async () => {
    const head = '<link rel="canonical" href="/goc-5.html">';
    outlet.pages.set('/goc-5.html', articlePage('Bài gốc năm', { head, extra: 'Đoạn chỉ có ở bản đầy đủ.' }));
    outlet.pages.set('/di-dong/5', articlePage('Bài gốc năm', { head }));
    const [original = '', mobile = ''] = await discover('/goc-5.html', '/di-dong/5');
    await crawl.fetch(original);
    expect(await crawl.fetch(mobile)).toBeNull();
    expect(await stateOf(mobile)).toBeUndefined();
    expect(await versions(original)).toHaveLength(1);
    expect(crawl.fates.at(-1)).toBe('article: twin');
    // Its attempt went over to the article, and its address is known.
    expect(await crawl.rows('select url from fetches where article_id = $1 order by id', original)).toEqual([
      { url: `${outlet.origin}/goc-5.html` },
      { url: `${outlet.origin}/di-dong/5` },
    ]);
    expect(await discover('/di-dong/5')).toEqual([]);
  });

  it('the same text under another address and headline is linked as a copy', async () => {
    outlet.pages.set('/ban-goc', articlePage('Tin gốc của hãng', { extra: 'Một đoạn riêng của bài này.' }));
    outlet.pages.set('/dang-lai', articlePage('Tít khác của báo khác', { extra: 'Một đoạn riêng của bài này.' }));
    const [original = '', copy = ''] = await discover('/ban-goc', '/dang-lai');
    await crawl.fetch(original);
    await crawl.fetch(copy);
    expect(await stateOf(copy)).toMatchObject({ state: 'fetched', syndicated_from: original });
    expect(await stateOf(original)).toMatchObject({ syndicated_from: null });
  });

  it('joins the pages of an article, and waits where one of them fails rather than storing half', async () => {
    const page = (number: number, next: string) =>
      articlePage('Bài nhiều trang', {
        sentences: [
          `Đoạn thứ nhất của trang ${number}, đủ dài để là một đoạn văn trong bài báo.`,
          `Đoạn thứ hai của trang ${number}, kể tiếp câu chuyện mà trang trước bỏ dở.`,
          `Đoạn thứ ba của trang ${number}, có thêm số liệu về ${number}00 hộ dân trong vùng dự án.`,
        ],
        head: next === '' ? '' : `<link rel="next" href="${next}">`,
      });
    outlet.pages.set('/dai.html', page(1, '/dai.html?page=2'));
    outlet.pages.set('/dai.html?page=2', { status: 503 });
    outlet.pages.set('/dai.html?page=3', page(3, ''));
    const [id = ''] = await discover('/dai.html');
    expect(await crawl.fetch(id)).toBeNull();
    expect(await stateOf(id)).toMatchObject({ state: 'discovered', attempts: 1 });
    outlet.pages.set('/dai.html?page=2', page(2, '/dai.html?page=3'));
    expect(await crawl.fetch(id)).not.toBeNull();
    const [only] = await versions(id);
    for (const number of [1, 2, 3]) expect(only?.body).toContain(`của trang ${number}, kể tiếp`);
  });

  it('leaves an article alone in the pause after a failure, however often a job asks for it', async () => {
    outlet.pages.set('/ngung.html', { status: 503 });
    const [id = ''] = await discover('/ngung.html');
    for (let n = 0; n < 10; n++) await fetchArticle(crawl.context, id);
    expect(await stateOf(id)).toMatchObject({ state: 'discovered', attempts: 1 });
    expect(outlet.asked.filter((path) => path === '/ngung.html')).toHaveLength(1);
  });

  it.each([
    [
      'a deleted article that leads home',
      '/xoa',
      { status: 301, headers: { location: '/' } },
      'moved-to-front-page',
      'gone',
    ],
    [
      'a file',
      '/tep.pdf',
      { headers: { 'content-type': 'application/pdf' }, body: '%PDF-1.7' },
      'not-a-page',
      'quarantined',
    ],
    ['a file that says it is a page', '/gia.html', { body: '%PDF-1.7 …' }, 'not-a-page', 'quarantined'],
    [
      'a script wall',
      '/tuong',
      { body: '<script>document.cookie="a=1";location.reload()</script>' },
      'script-wall',
      'discovered',
    ],
    ['a page without text', '/trong', { body: '<html><body></body></html>' }, 'unreadable', 'discovered'],
    ['a page that is gone', '/mat', { status: 410 }, 'http-client-error', 'gone'],
  ])('%s costs one typed failure', async (_, path, answer, outcome, state) => {
    outlet.pages.set('/', { body: '<html><body>Trang chủ</body></html>' });
    outlet.pages.set(path, answer);
    const [id = ''] = await discover(path);
    expect(await crawl.fetch(id)).toBeNull();
    expect(await stateOf(id)).toMatchObject({
      state,
      attempts: 1,
      last_failure: expect.stringContaining(`${outcome}: `),
    });
    expect(await crawl.rows('select outcome from fetches where article_id = $1', id)).toEqual([{ outcome }]);
  });

  it('reads an outlet by rules of its own, which are data of the source', async () => {
    const page = `<html><body><div id="k"><h2 class="t">Tiêu đề riêng</h2></div><div class="than">${'<p>Nội dung theo quy tắc riêng của tòa soạn, đủ dài để được coi là một bài.</p>'.repeat(4)}</div><div class="khac">${'<p>Phần không thuộc bài nhưng dài hơn bài rất nhiều, để cách đọc chung dễ nhầm.</p>'.repeat(20)}</div></body></html>`;
    outlet.pages.set('/quy-tac', { body: page });
    outlet.pages.set('/rules.rss', rss([{ link: '/quy-tac', title: 'Tin' }]));
    const rules = [{ host: '127.0.0.1', title: '.t', body: '.than p' }];
    const [id = ''] = await crawl.check(
      await crawl.addSource({ url: `${outlet.origin}/rules.rss`, settings: { rules } }),
    );
    await crawl.fetch(id);
    const [version] = await versions(id);
    expect(version?.title).toBe('Tiêu đề riêng');
    expect(version?.body).not.toContain('không thuộc bài');
  });

  it('an edit with half a character in it is stored as a version', async () => {
    const data = (words: string) =>
      articlePage('Bài có dữ liệu hỏng', {
        head: `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Bài \\ud800 hỏng ${words}"}</script>`,
        extra: `Đoạn nói về ${words}.`,
      });
    outlet.pages.set('/hong', data('lần một'));
    const [id = ''] = await discover('/hong');
    expect(await crawl.fetch(id)).not.toBeNull();
    outlet.pages.set('/hong', data('lần hai'));
    expect(await visitAgain(id)).toMatchObject({ kind: 'stored', versionId: expect.any(String) });
  });
});
