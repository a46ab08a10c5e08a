import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { parseFeed } from './parse.ts';

const url = 'https://bao.vn/rss';

describe('a feed', () => {
  test('RSS 2.0 with the quirks of Vietnamese outlets', async () => {
    const feed = await parseFeed(
      `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Báo A &amp;amp; B</title><link>https://bao.vn/</link><language>vi-VN</language>
      <item><title><![CDATA[Tin <b>mới</b> &quot;nóng&quot;]]></title><link>\n/tin/1.html\n</link><guid isPermaLink="false">\n x1 \n</guid><pubDate>Sat, 21 Nov 2026 08:30:00 +0700</pubDate>
      <description><![CDATA[<a href="x"><img src="a.jpg"></a></br>Mô tả ngắn]]></description><category>Xã hội</category><category>Xã hội</category><dc:creator>Người viết</dc:creator></item></channel></rss>`,
      { url },
    );
    expect(feed).toEqual({
      title: 'Báo A & B',
      link: 'https://bao.vn/',
      language: 'vi-vn',
      format: 'rss-2.0',
      items: [
        {
          id: 'x1',
          title: 'Tin mới "nóng"',
          link: 'https://bao.vn/tin/1.html',
          publishedAt: '2026-11-21T08:30:00+07:00',
          updatedAt: null,
          author: 'Người viết',
          summary: 'Mô tả ngắn',
          content: '<a href="x"><img src="a.jpg"></a></br>Mô tả ngắn',
          categories: ['Xã hội'],
        },
      ],
    });
  });

  test('Atom 1.0 with XHTML, several links and an xml:base', async () => {
    const feed = await parseFeed(
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>A</title><link rel="self" href="/s"/><link href="https://x.fr/"/>
      <entry xml:base="https://x.fr/sous/"><id>urn:1</id><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <b>b</b> c</div></title><link rel="enclosure" href="e.mp3"/><link rel="alternate" href="p1"/>
      <published>2026-11-20T08:00:00+01:00</published><updated>2026-11-21T08:00:00Z</updated><author><name>N</name></author><category term="monde"/><content type="html">&lt;p&gt;hi&lt;/p&gt;</content></entry></feed>`,
      { url: 'https://x.fr/f' },
    );
    expect(feed).toMatchObject({ title: 'A', link: 'https://x.fr/', language: 'fr', format: 'atom-1.0' });
    expect(feed.items[0]).toMatchObject({
      id: 'urn:1',
      title: 'A b c',
      link: 'https://x.fr/sous/p1',
      publishedAt: '2026-11-20T08:00:00+01:00',
      updatedAt: '2026-11-21T08:00:00Z',
      author: 'N',
      content: '<p>hi</p>',
      categories: ['monde'],
    });
  });

  test('Atom 0.3, RDF 1.0, RSS 0.91 and CDF', async () => {
    const atom = await parseFeed(
      '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>T</title><entry><title>E</title><link rel="alternate" href="https://a.vn/1"/><issued>2004-05-01T10:00:00Z</issued><modified>2004-05-02T10:00:00Z</modified></entry></feed>',
    );
    expect(atom).toMatchObject({
      format: 'atom-0.3',
      items: [{ title: 'E', publishedAt: '2004-05-01T10:00:00Z', updatedAt: '2004-05-02T10:00:00Z' }],
    });
    const rdf = await parseFeed(
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="d"><channel rdf:about="x"><title>T</title><link>https://a.vn</link></channel><item rdf:about="https://a.vn/1"><title>E</title><link>https://a.vn/1</link><dc:date>2026-11-21T08:00:00+09:00</dc:date></item></rdf:RDF>',
    );
    expect(rdf).toMatchObject({
      format: 'rss-1.0',
      link: 'https://a.vn/',
      items: [{ id: 'https://a.vn/1', publishedAt: '2026-11-21T08:00:00+09:00' }],
    });
    const old = await parseFeed(
      '<rss version="0.91"><channel><title>T</title><item><title>E</title><link>https://a.vn/1</link></item></channel></rss>',
    );
    expect(old).toMatchObject({ format: 'rss-0.91', items: [{ id: 'https://a.vn/1', title: 'E' }] });
    const cdf = await parseFeed(
      '<CHANNEL HREF="https://c.com/"><TITLE>C</TITLE><ITEM HREF="https://c.com/1" LASTMOD="1998-04-05T10:00Z"><TITLE>Một</TITLE><ABSTRACT>Tóm tắt</ABSTRACT></ITEM></CHANNEL>',
    );
    expect(cdf).toMatchObject({
      format: 'cdf',
      title: 'C',
      link: 'https://c.com/',
      items: [{ title: 'Một', link: 'https://c.com/1', summary: 'Tóm tắt' }],
    });
  });

  test('JSON Feed, items that are no objects passed over', async () => {
    const feed = await parseFeed(
      '{"version":"https://jsonfeed.org/version/1.1","title":"J","language":"en","items":[7,{"id":1,"url":"https://a.vn/1","content_html":"<p>x</p>","authors":[{"name":"N"}],"tags":["t"]}]}',
    );
    expect(feed).toMatchObject({
      format: 'json-feed-1.1',
      items: [{ id: '1', link: 'https://a.vn/1', author: 'N', content: '<p>x</p>', categories: ['t'] }],
    });
  });

  test('broken XML is read as far as it goes', async () => {
    const feed = await parseFeed(
      '<rss version="2.0"><channel><title>T & T</title><item><title>Một</title><link>https://a.vn/1</link></item><item><title>Hai &nbsp; ba</title><link>https://a.vn/2',
    );
    expect(feed.items.map((item) => [item.title, item.link])).toEqual([
      ['Một', 'https://a.vn/1'],
      ['Hai ba', 'https://a.vn/2'],
    ]);
  });

  test('an item without date or link keeps what it has, with an id of its own', async () => {
    const feed = await parseFeed(
      '<rss version="2.0"><channel><item><title>Chỉ có tiêu đề</title><pubDate>hôm qua</pubDate></item></channel></rss>',
    );
    expect(feed.items[0]).toMatchObject({ title: 'Chỉ có tiêu đề', link: null, publishedAt: null });
    expect(feed.items[0]?.id).toMatch(/^sha256-[0-9a-f]{32}$/);
  });

  test('an empty channel is a feed without items', async () => {
    await expect(parseFeed('<rss version="2.0"><channel><title>Rỗng</title></channel></rss>')).resolves.toMatchObject({
      title: 'Rỗng',
      items: [],
    });
  });

  test('bytes are decoded by what they are', async () => {
    const bytes = iconv.encode(
      '<?xml version="1.0" encoding="windows-1251"?><rss version="2.0"><channel><title>Новости</title></channel></rss>',
      'windows-1251',
    );
    await expect(parseFeed(bytes, { contentType: 'text/xml; charset=utf-8' })).resolves.toMatchObject({
      title: 'Новости',
    });
  });
});
