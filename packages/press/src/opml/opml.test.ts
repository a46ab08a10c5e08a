import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FeedError } from '../feed/feed.ts';
import { type OpmlEntry, parseOpml, writeOpml } from './opml.ts';

describe('OPML', () => {
  test('nested folders and plain outlines are read', () => {
    const list = parseOpml(
      '<opml version="1.0"><head><title>Báo</title></head><body><outline text="Trong nước"><outline title="Báo A" xmlUrl="https://a.vn/rss" htmlUrl="https://a.vn" language="vi"/></outline><outline text="x" xmlUrl="https://b.cn/feed"/></body></opml>',
    );
    expect(list).toEqual({
      title: 'Báo',
      entries: [
        {
          title: 'Báo A',
          feedUrl: 'https://a.vn/rss',
          siteUrl: 'https://a.vn/',
          language: 'vi',
          folders: ['Trong nước'],
        },
        { title: 'x', feedUrl: 'https://b.cn/feed', siteUrl: null, language: null, folders: [] },
      ],
    });
  });

  test('an entry whose address is none is kept, so that it can be told', () => {
    const { entries } = parseOpml(
      '<opml><body><outline text="Cổng" xmlUrl="ftp://cong.example/tin.xml"/><outline text="Nhóm"/></body></opml>',
    );
    expect(entries.map((entry) => [entry.title, entry.feedUrl])).toEqual([['Cổng', 'ftp://cong.example/tin.xml']]);
  });

  test('what is written is read back', () => {
    const name = fc
      .string({ unit: fc.constantFrom('B', 'á', 'o', '&', '"', '<', '省', ' '), minLength: 1, maxLength: 8 })
      .map((text) => `x${text.replace(/\s+/g, ' ').trim()}`);
    const entry: fc.Arbitrary<OpmlEntry> = fc.record({
      title: name,
      feedUrl: fc.webUrl().map((url) => new URL(url).href),
      siteUrl: fc.option(fc.webUrl().map((url) => new URL(url).href)),
      language: fc.constantFrom('vi', null),
      folders: fc.array(fc.constantFrom('Trong nước', 'Nước ngoài', 'A & B'), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 6 }), (entries) => {
        expect(parseOpml(writeOpml({ title: 'Nguồn tin', entries }))).toEqual({ title: 'Nguồn tin', entries });
      }),
    );
  });

  test('something else is refused', () => {
    expect(() => parseOpml('<html></html>')).toThrow(FeedError);
  });
});
