import { describe, expect, test } from 'vitest';
import { discoverFeeds } from './feeds.ts';

describe('feeds of a home page', () => {
  test('declared ones first, then links that look like one', () => {
    const html = `<head><link rel="alternate" type="application/rss+xml" title="Tin mới" href="/rss/home.rss"><link rel="alternate" type="application/json" href="/wp-json/x">
      <link rel="alternate" hreflang="en" href="/en"></head><body><a href="/rss/the-gioi.rss">Thế giới</a><a href="/rss/home.rss">x</a><a href="/tin">y</a></body>`;
    expect(discoverFeeds(html, 'https://bao.vn/')).toEqual([
      { url: 'https://bao.vn/rss/home.rss', title: 'Tin mới', kind: 'rss', basis: 'declared' },
      { url: 'https://bao.vn/rss/the-gioi.rss', title: 'Thế giới', kind: 'unknown', basis: 'linked' },
    ]);
  });

  test('where none is named, the usual places', () => {
    const found = discoverFeeds('<p>Trang chủ</p>', 'https://bao.vn/vi/');
    expect(found.every((each) => each.basis === 'customary')).toBe(true);
    expect(found.map((each) => each.url)).toContain('https://bao.vn/rss/home.rss');
  });
});
