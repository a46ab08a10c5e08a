import { describe, expect, test } from 'vitest';
import { FeedError } from '../feed/feed.ts';
import { parseSearchFeed, splitOutlet } from './feed.ts';
import { parseGdelt } from './gdelt.ts';
import { countryCode, languageCode } from './names.ts';

describe('GDELT', () => {
  test('an answer gives addresses, times in UTC, languages and countries as codes', () => {
    const answer =
      '{"articles":[{"url":"https://a.cn/x","title":" Tin \\u0027mới\\u0027 ","seendate":"20261121T083000Z","domain":"a.cn","language":"Chinese","sourcecountry":"South Korea","socialimage":""},{"url":"not an address"},7]}';
    expect(parseGdelt(answer)).toEqual([
      {
        url: 'https://a.cn/x',
        title: "Tin 'mới'",
        seenAt: '2026-11-21T08:30:00Z',
        domain: 'a.cn',
        language: 'zh',
        country: 'KR',
        image: null,
      },
    ]);
  });

  test('control characters and stray backslashes in titles do not lose the answer', () => {
    expect(parseGdelt('{"articles":[{"url":"https://a.cn/x","title":"a\tb \\q c"}]}')).toHaveLength(1);
  });

  test('no hits is an empty answer', () => {
    expect(parseGdelt('{}')).toEqual([]);
  });

  test('plain text is the server refusing the query', () => {
    expect(() => parseGdelt('Your query was too short or too long.')).toThrow(/too short/);
    expect(() => parseGdelt('')).toThrow(FeedError);
  });

  test('names of countries and languages come from CLDR', () => {
    expect([
      countryCode('Vietnam'),
      countryCode('United States'),
      countryCode('Hong Kong'),
      countryCode('Nowhere'),
    ]).toEqual(['VN', 'US', 'HK', null]);
    expect([languageCode('Vietnamese'), languageCode('Klingon')]).toEqual(['vi', null]);
  });
});

describe('a search feed', () => {
  test('the outlet leaves the headline and known redirectors are opened', async () => {
    const inside = Buffer.from('\u0008\u0013"\u001bhttps://bao.vn/tin-1.html\u00d2\u0001', 'latin1').toString(
      'base64url',
    );
    const hits = await parseSearchFeed(
      `<rss version="2.0"><channel><item><title>Cảng mới - cơ hội - Báo A</title><link>https://news.google.com/rss/articles/${inside}?oc=5</link><source url="https://bao.vn">Báo A</source></item>
       <item><title>Tin khác - Báo B</title><link>https://www.google.com/url?url=https://b.vn/2&amp;sa=D</link></item>
       <item><title>Tin ba</title><link>https://news.google.com/rss/articles/AU_yqLMmnopqrstuvwxyz0123</link></item></channel></rss>`,
    );
    expect(hits.map(({ title, outlet, link, redirected }) => ({ title, outlet, link, redirected }))).toEqual([
      { title: 'Cảng mới - cơ hội', outlet: 'Báo A', link: 'https://bao.vn/tin-1.html', redirected: false },
      { title: 'Tin khác', outlet: 'Báo B', link: 'https://b.vn/2', redirected: false },
      {
        title: 'Tin ba',
        outlet: null,
        link: 'https://news.google.com/rss/articles/AU_yqLMmnopqrstuvwxyz0123',
        redirected: true,
      },
    ]);
  });

  test('a headline with a dash of its own keeps it', () => {
    expect(splitOutlet('Giá gạo giảm - vì sao nông dân không bán lúa ngay sau khi thu hoạch?', null)).toEqual({
      title: 'Giá gạo giảm - vì sao nông dân không bán lúa ngay sau khi thu hoạch?',
      outlet: null,
    });
  });
});
