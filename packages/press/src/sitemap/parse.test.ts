import { describe, expect, test } from 'vitest';
import { FeedError } from '../feed/feed.ts';
import { isSitemapIndex, parseNewsSitemap, parseSitemapIndex } from './parse.ts';

describe('sitemaps', () => {
  test('a news sitemap gives title, time, language and outlet', () => {
    const entries = parseNewsSitemap(
      `<urlset xmlns="s" xmlns:news="n" xmlns:image="i"><url><loc> https://bao.vn/tin-1.html </loc><image:image><image:loc>https://bao.vn/a.jpg</image:loc></image:image>
       <news:news><news:publication><news:name>Báo A</news:name><news:language>vi</news:language></news:publication><news:publication_date>2026-11-21T08:30:00+07:00</news:publication_date><news:title>Tin &amp; bài</news:title><news:keywords>lúa, gạo</news:keywords></news:news></url>
       <url><loc>/tin-2.html</loc><lastmod>2026-11-20</lastmod></url><url><loc></loc></url></urlset>`,
      'https://bao.vn/sitemap.xml',
    );
    expect(entries).toEqual([
      {
        url: 'https://bao.vn/tin-1.html',
        title: 'Tin & bài',
        publishedAt: '2026-11-21T08:30:00+07:00',
        updatedAt: null,
        language: 'vi',
        outlet: 'Báo A',
        keywords: ['lúa', 'gạo'],
      },
      {
        url: 'https://bao.vn/tin-2.html',
        title: null,
        publishedAt: null,
        updatedAt: '2026-11-20',
        language: null,
        outlet: null,
        keywords: [],
      },
    ]);
  });

  test('an index gives its sitemaps, newest first', () => {
    const xml =
      '<sitemapindex><sitemap><loc>https://bao.vn/a.xml</loc><lastmod>2026-11-01</lastmod></sitemap><sitemap><loc>https://bao.vn/b.xml</loc><lastmod>2026-11-20</lastmod></sitemap></sitemapindex>';
    expect(isSitemapIndex(xml)).toBe(true);
    expect(parseSitemapIndex(xml).map((each) => each.url)).toEqual(['https://bao.vn/b.xml', 'https://bao.vn/a.xml']);
  });

  test.each(['', '<html><body>x</body></html>', 'Not found', '<a>'.repeat(5000)])(
    'what is no sitemap is refused',
    (text) => {
      expect(() => parseNewsSitemap(text)).toThrow(FeedError);
    },
  );

  test('a sitemap cut short is read as far as it goes', () => {
    expect(
      parseNewsSitemap('<urlset><url><loc>https://bao.vn/1</loc></url><url><loc>https://bao.vn/2').map(
        (each) => each.url,
      ),
    ).toEqual(['https://bao.vn/1', 'https://bao.vn/2']);
  });
});
