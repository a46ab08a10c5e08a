import { previewSource } from '@lamro/press';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { articlePage, fetcherFor, type OutletServer, rss, startOutlet } from '../../test/outlet-server.ts';

const now = new Date('2026-11-22T03:00:00Z');

describe('previewSource', () => {
  let outlet: OutletServer;
  beforeEach(async () => {
    outlet = await startOutlet();
  });
  afterEach(() => outlet.close());

  const preview = (path: string) => previewSource(fetcherFor([outlet.origin]), outlet.origin + path, { now });

  it('tells a feed with its items', async () => {
    outlet.pages.set('/tin.rss', rss([{ link: '/a', title: 'Tin một', at: 'Sat, 21 Nov 2026 08:00:00 +0700' }]));
    expect(await preview('/tin.rss')).toMatchObject({
      kind: 'rss',
      format: 'rss-2.0',
      title: 'Báo Thử',
      items: [{ url: `${outlet.origin}/a`, title: 'Tin một' }],
      newestAt: '2026-11-21T01:00:00.000Z',
      alarm: null,
      requests: 1,
    });
  });

  it('follows a sitemap index to its sitemaps', async () => {
    const sitemap = (link: string) =>
      `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>${link}</loc><news:news><news:title>Tin mới</news:title><news:publication_date>2026-11-21T08:00:00+07:00</news:publication_date></news:news></url></urlset>`;
    outlet.pages.set('/index.xml', {
      headers: { 'content-type': 'application/xml' },
      body: `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>${outlet.origin}/1.xml</loc></sitemap><sitemap><loc>${outlet.origin}/mat.xml</loc></sitemap></sitemapindex>`,
    });
    outlet.pages.set('/1.xml', { headers: { 'content-type': 'application/xml' }, body: sitemap(`${outlet.origin}/a`) });
    const seen = await preview('/index.xml');
    expect(seen).toMatchObject({ kind: 'news-sitemap', format: 'sitemap-index', alarm: null, requests: 3 });
    expect(seen.items.map((item) => [item.url, item.title])).toEqual([[`${outlet.origin}/a`, 'Tin mới']]);
  });

  it('tells a search over outlets and GDELT by what they answer', async () => {
    const item = (n: number) =>
      `<item><title>Tin ${n} - Báo ${n}</title><link>https://bao${n}.vn/tin</link><source url="https://bao${n}.vn">Báo ${n}</source></item>`;
    outlet.pages.set('/search', {
      headers: { 'content-type': 'application/xml' },
      body: `<rss version="2.0"><channel><title>q</title>${[1, 2, 3].map(item).join('')}</channel></rss>`,
    });
    const search = await preview('/search');
    expect(search.kind).toBe('search-feed');
    expect(search.items[0]).toMatchObject({ title: 'Tin 1', outlet: { name: 'Báo 1', host: 'bao1.vn' } });

    outlet.pages.set('/doc', {
      headers: { 'content-type': 'application/json' },
      body: '{"articles":[{"url":"https://a.cn/x","title":"T","seendate":"20261121T083000Z","domain":"a.cn","language":"Chinese","sourcecountry":"China"}]}',
    });
    const gdelt = await preview('/doc');
    expect(gdelt.kind).toBe('gdelt');
    expect(gdelt.items[0]).toMatchObject({
      publishedAt: null,
      outlet: { name: 'a.cn', host: 'a.cn', country: 'CN', language: 'zh' },
    });
  });

  it('finds the feeds of a home page and reads the page itself as a list', async () => {
    const links = [1, 2, 3, 4, 5, 6].map(
      (n) => `<li><h3><a href="/tin-${n}.html">Một tiêu đề dài như báo hay viết, bài số ${n}</a></h3></li>`,
    );
    outlet.pages.set('/', {
      body: `<!doctype html><html><head><title>Báo Thử</title><link rel="alternate" type="application/rss+xml" href="/tin.rss"></head><body><ul>${links.join('')}</ul></body></html>`,
    });
    outlet.pages.set('/tin.rss', rss([{ link: '/a', title: 'Tin một' }]));
    const seen = await preview('/');
    expect(seen.kind).toBe('list-page');
    expect(seen.items).toHaveLength(6);
    expect(seen.feeds).toMatchObject([{ url: `${outlet.origin}/tin.rss`, basis: 'declared', items: 1 }]);
  });

  describe('the four failures that real lists met', () => {
    it('a feed that still answers but stopped years ago', async () => {
      outlet.pages.set('/cu.rss', rss([{ link: '/a', title: 'Tin cũ', at: 'Mon, 04 Mar 2019 08:00:00 +0700' }]));
      expect(await preview('/cu.rss')).toMatchObject({ alarm: 'stopped', newestAt: '2019-03-04T01:00:00.000Z' });
    });

    it('a script that sets a cookie in place of XML', async () => {
      outlet.pages.set('/tuong.rss', {
        body: '<html><body><script>document.cookie="D1N=7f3a";window.location.reload(true);</script></body></html>',
      });
      expect(await preview('/tuong.rss')).toMatchObject({ kind: null, alarm: 'script-wall' });
    });

    it('a feed that is well formed and empty', async () => {
      outlet.pages.set('/rong.rss', rss([]));
      expect(await preview('/rong.rss')).toMatchObject({ kind: 'rss', items: [], alarm: 'always-empty' });
    });

    it('a redirect loop that wants a session cookie', async () => {
      outlet.pages.set('/vong.rss', { status: 302, headers: { location: '/vong.rss', 'set-cookie': 's=1' } });
      expect(await preview('/vong.rss')).toMatchObject({ kind: null, alarm: 'redirect-loop', finalUrl: null });
    });
  });

  it('an article is no empty list of something', async () => {
    outlet.pages.set('/bai.html', articlePage('Một bài báo'));
    expect((await preview('/bai.html')).alarm).toBe('always-empty');
  });
});
