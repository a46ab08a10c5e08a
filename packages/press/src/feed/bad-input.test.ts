import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FeedError, type FeedErrorKind } from './feed.ts';
import { parseFeed } from './parse.ts';

const wrap = (inside: string) => `<rss version="2.0"><channel><title>T</title>${inside}</channel></rss>`;
const item = '<item><title>Một</title><link>https://a.vn/1</link></item>';
const repeat = (text: string, times: number) => text.repeat(times);

/** What each malformed or hostile body must come to: a typed refusal, or that many items. */
const corpus: readonly [name: string, body: string | Uint8Array, outcome: FeedErrorKind | number][] = [
  ['nothing', '', 'empty'],
  ['white space', ' \n\t ', 'empty'],
  ['a byte-order mark alone', '\ufeff', 'empty'],
  ['zero bytes alone', '\u0000\u0000', 'not-a-feed'],
  ['a word', 'Not found', 'not-a-feed'],
  [
    'a script that sets a cookie and reloads',
    '<html><script>document.cookie="D1N=abc";window.location.reload(true);</script></html>',
    'script-wall',
  ],
  [
    'a browser check',
    '<!DOCTYPE html><title>Just a moment...</title><div id="cf-browser-verification"></div>',
    'script-wall',
  ],
  ['a captcha', '<html><body><div class="g-recaptcha"></div></body></html>', 'script-wall'],
  ['a web page', '<!doctype html><html><body><p>Trang chủ</p></body></html>', 'page-instead-of-feed'],
  [
    'a page of XHTML',
    '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body/></html>',
    'page-instead-of-feed',
  ],
  ['JSON of another kind', '{"error":"nope"}', 'not-a-feed'],
  ['JSON cut short', '{"version":"https://jsonfeed.org/version/1","items":[{"id":"1"', 'not-a-feed'],
  ['JSON with items that are a number', '{"items":7}', 'not-a-feed'],
  ['XML of another kind', '<?xml version="1.0"?><error code="7">nope</error>', 'not-a-feed'],
  ['an XML declaration alone', '<?xml version="1.0"?>', 'not-a-feed'],
  ['PNG bytes', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), 'not-a-feed'],
  ['gzip bytes that nobody unpacked', Uint8Array.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 75, 76]), 'not-a-feed'],
  ['an empty channel', wrap(''), 0],
  ['a channel without its end', `<rss version="2.0"><channel>${item}`, 1],
  ['an item without its end', wrap('<item><title>Một</title>'), 1],
  ['a title without its end', wrap('<item><title>Một<link>https://a.vn/1</link></item>'), 1],
  ['a tag cut in the middle', `<rss version="2.0"><channel>${item}<item><tit`, 2],
  ['a bare ampersand', wrap('<item><title>A & B</title></item>'), 1],
  ['HTML entities', wrap('<item><title>A&nbsp;&eacute;&bogus;</title></item>'), 1],
  ['an undeclared prefix', wrap('<item><foo:bar>x</foo:bar><title>T</title></item>'), 1],
  ['misnested tags', wrap('<item><title><b>T</title></b></item>'), 1],
  ['two roots', `${wrap(item)}${wrap(item)}`, 2],
  ['text before the XML declaration', `Warning: session_start()\n<?xml version="1.0"?>${wrap(item)}`, 1],
  ['control characters', wrap(`<item><title>A\u0001\u0008\u000bB</title></item>`), 1],
  ['zero bytes inside', wrap('<item><ti\u0000tle>A\u0000</title></item>'), 1],
  ['an open CDATA section', wrap('<item><title><![CDATA[Một</title></item>'), 1],
  ['a comment without its end', wrap(`${item}<!-- lỗi`), 1],
  [
    'a document type with entities that multiply',
    `<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "${repeat('&a;', 50)}"><!ENTITY c "${repeat('&b;', 50)}">]>${wrap('<item><title>&c;</title></item>')}`,
    1,
  ],
  [
    'an external entity',
    `<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>${wrap('<item><title>&x;</title></item>')}`,
    1,
  ],
  ['a version nobody wrote', `<rss version="9.7"><channel>${item}</channel></rss>`, 1],
  ['no version at all', `<rss><channel>${item}</channel></rss>`, 1],
  ['a channel without rss around it', `<channel>${item}</channel>`, 1],
  ['entries without a feed around them', '<entry><title>A</title></entry>', 1],
  ['capital letters throughout', '<RSS VERSION="2.0"><CHANNEL><ITEM><TITLE>A</TITLE></ITEM></CHANNEL></RSS>', 1],
  [
    'an Atom feed with a day that does not exist',
    '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>A</title><updated>2026-02-31T99:99:99Z</updated></entry></feed>',
    1,
  ],
  ['a link of another scheme', wrap('<item><title>A</title><link>javascript:alert(1)</link></item>'), 1],
  ['a link that is no address', wrap('<item><title>A</title><link>http://[::bad</link></item>'), 1],
  ['markup nested without end', `<rss version="2.0"><channel>${repeat('<a>', 100_000)}`, 'too-deep'],
  ['closing tags without opening ones', wrap(repeat('</b>', 100_000)), 0],
  [
    'one description of angle brackets',
    wrap(`<item><description><![CDATA[${repeat('<', 300_000)}]]></description></item>`),
    1,
  ],
  [
    'one description of escaped brackets',
    wrap(`<item><description>${repeat('&lt;p&gt;\n', 60_000)}</description></item>`),
    1,
  ],
  ['an attribute without its end', `<rss version="2.0"><channel><item title="${repeat('x', 100_000)}`, 0],
  ['a hundred thousand attributes', `<rss version="2.0" ${repeat('a ', 100_000)}><channel>${item}</channel></rss>`, 1],
  ['brackets alone', repeat('<', 300_000), 'not-a-feed'],
  ['tags without their ends', repeat('<a', 200_000), 'not-a-feed'],
  ['a huge body', repeat('x', 33 * 1024 * 1024), 'too-large'],
];

describe('bad feeds', () => {
  test.each(corpus)('%s', async (_name, body, outcome) => {
    const result = await parseFeed(body, { url: 'https://a.vn/rss' }).catch((error: unknown) => error);
    if (typeof outcome === 'number') {
      expect(result).toMatchObject({ items: expect.any(Array) });
      expect(result).toHaveProperty('items.length', outcome);
    } else {
      expect(result).toBeInstanceOf(FeedError);
      expect(result).toHaveProperty('kind', outcome);
    }
  });

  test('no entity is expanded beyond what stands there and no file is read', async () => {
    const bomb = await parseFeed(
      `<!DOCTYPE rss [<!ENTITY a "${repeat('ha', 1000)}">]>${wrap('<item><title>&a;&a;</title></item>')}`,
    );
    expect(bomb.items[0]?.title.length).toBeLessThan(100);
    const external = await parseFeed(
      `<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>${wrap('<item><title>&x;</title></item>')}`,
    );
    expect(external.items[0]?.title).not.toContain('root:');
  });

  test('a refusal names what came and what to do, in Vietnamese', async () => {
    await expect(parseFeed('Not found')).rejects.toThrow(/Kiểm tra lại địa chỉ.*"Not found"/);
  });
});

const seeds = [
  wrap(
    `${item}<item><title><![CDATA[Hai <b>ba</b>]]></title><guid isPermaLink="false">x</guid><pubDate>Sat, 21 Nov 2026 08:30:00 +0700</pubDate></item>`,
  ),
  '<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><entry><id>1</id><title type="xhtml"><div><b>x</b></div></title><link href="p"/><updated>2026-11-21T08:00:00Z</updated></entry></feed>',
  '<rdf:RDF xmlns:rdf="r"><channel><title>T</title></channel><item rdf:about="x"><title>E</title></item></rdf:RDF>',
  '{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","title":"x"}]}',
];

type Mutation = readonly [at: number, kind: 'cut' | 'drop' | 'insert' | 'double' | 'swap', what: string];
const mutation: fc.Arbitrary<Mutation> = fc.tuple(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.constantFrom('cut', 'drop', 'insert', 'double', 'swap'),
  fc.oneof(
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.constantFrom(
      '<',
      '>',
      '&',
      '"',
      '<![CDATA[',
      ']]>',
      '<!--',
      '<item>',
      '</channel>',
      '&#x0;',
      '&#1114112;',
      '\u0000',
      '{',
      '[',
    ),
  ),
);

function mutate(text: string, [place, kind, what]: Mutation): string {
  const at = Math.floor(place * text.length);
  switch (kind) {
    case 'cut':
      return text.slice(0, at);
    case 'drop':
      return text.slice(0, at) + text.slice(at + 1 + what.length);
    case 'insert':
      return text.slice(0, at) + what + text.slice(at);
    case 'double':
      return text.slice(0, at) + text;
    case 'swap':
      return text.slice(at) + text.slice(0, at);
  }
}

describe('mutated feeds', () => {
  test('give a feed or a FeedError, as text and as bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...seeds),
        fc.array(mutation, { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        async (seed, mutations, asBytes) => {
          const text = mutations.reduce(mutate, seed);
          const result = await parseFeed(asBytes ? Buffer.from(text) : text, { url: 'https://a.vn/rss' }).catch(
            (error: unknown) => error,
          );
          if (result instanceof FeedError) return;
          expect(result).toMatchObject({ format: expect.any(String), items: expect.any(Array) });
        },
      ),
      { numRuns: 600 },
    );
  });

  test('random bytes never give anything else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        const result = await parseFeed(bytes).catch((error: unknown) => error);
        expect(
          result instanceof FeedError || (typeof result === 'object' && result !== null && 'items' in result),
        ).toBe(true);
      }),
    );
  });
});
