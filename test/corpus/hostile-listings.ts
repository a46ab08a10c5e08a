import type { SourceKind } from '@lamro/domain';
import type { Answer } from '../../services/crawler/test/outlet-server.ts';

export interface HostileListing {
  readonly name: string;
  readonly kind: SourceKind;
  /** The outcome that its row carries. */
  readonly outcome: string;
  readonly answer: Answer;
  /** Articles that may be found all the same. */
  readonly found: number;
}

const xml = (body: string | Uint8Array): Answer => ({ headers: { 'content-type': 'application/xml' }, body });
const rss = (items: string): Answer => xml(`<rss version="2.0"><channel><title>t</title>${items}</channel></rss>`);
const refused = (name: string, kind: SourceKind, outcome: string, answer: Answer): HostileListing => ({
  name,
  kind,
  outcome,
  answer,
  found: 0,
});
const read = (name: string, kind: SourceKind, found: number, answer: Answer): HostileListing => ({
  name,
  kind,
  outcome: 'fetched',
  answer,
  found,
});

const BOMB = `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a0 "ha">${Array.from({ length: 30 }, (_, n) => `<!ENTITY a${n + 1} "&a${n};&a${n};">`).join('')}]>`;

/** Listings that arrive whole and lie, swell, or are something else. */
export const hostileListings: readonly HostileListing[] = [
  refused('nothing', 'feed', 'empty-answer', xml('')),
  refused(
    'random bytes',
    'feed',
    'not-a-feed',
    xml(Buffer.from(Array.from({ length: 5_000 }, (_, n) => (n * 7919) % 256))),
  ),
  refused('a page in place of a feed', 'rss', 'page-instead-of-feed', {
    body: `<!doctype html><html><body>${'<p>Tin tức trong ngày của báo</p>'.repeat(80)}</body></html>`,
  }),
  refused('a script that sets a cookie', 'rss', 'script-wall', {
    body: '<html><script>document.cookie="D1N=1";window.location.reload(true)</script></html>',
  }),
  refused('a captcha in place of a sitemap', 'news-sitemap', 'captcha-wall', {
    body: '<html><body><div class="h-captcha"></div></body></html>',
  }),
  refused('a sign-in form in place of a list', 'list-page', 'login-wall', {
    body: '<html><body><form><input type="password"></form></body></html>',
  }),
  refused('GDELT in plain text', 'gdelt', 'query-refused', { body: 'Your query was too short or too long.' }),
  refused('GDELT that is a page', 'gdelt', 'query-refused', { body: '<p>502</p>' }),
  refused('nesting of a hundred thousand levels', 'feed', 'oversized', xml(`<rss><channel>${'<a>'.repeat(100_000)}`)),
  refused('an unclosed JSON feed', 'json-feed', 'not-a-feed', {
    headers: { 'content-type': 'application/json' },
    body: '{"version":"https://jsonfeed.org/version/1.1","items":[',
  }),
  read(
    'an entity bomb',
    'feed',
    1,
    xml(
      `${BOMB}<rss version="2.0"><channel><title>&a30;</title><item><title>&a30;</title><link>ORIGIN/bom</link></item></channel></rss>`,
    ),
  ),
  read(
    'an entity that reads a file',
    'feed',
    1,
    xml(
      '<!DOCTYPE r [<!ENTITY f SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><title>t</title><item><title>&f;</title><link>ORIGIN/tep</link></item></channel></rss>',
    ),
  ),
  read(
    'links that are scripts, files and mail',
    'feed',
    0,
    rss(
      ['javascript:alert(1)', 'file:///etc/passwd', 'mailto:a@b.vn', 'data:text/html,x', 'ftp://a.vn/x']
        .map((link) => `<item><title>x</title><link>${link}</link></item>`)
        .join(''),
    ),
  ),
  read('NUL in a title', 'feed', 1, rss('<item><title>A\u0000B</title><link>ORIGIN/nul</link></item>')),
  read(
    'a title of a megabyte',
    'feed',
    1,
    rss(`<item><title>${'x'.repeat(1_000_000)}</title><link>ORIGIN/dai</link></item>`),
  ),
  read(
    'an address of ten kilobytes',
    'feed',
    0,
    rss(`<item><title>x</title><link>ORIGIN/${'a'.repeat(10_000)}</link></item>`),
  ),
  read(
    'dates that are none',
    'feed',
    1,
    rss('<item><title>x</title><link>ORIGIN/ngay</link><pubDate>hôm qua, 99/99/9999</pubDate></item>'),
  ),
  read(
    'a feed cut in the middle',
    'feed',
    1,
    xml(
      '<rss version="2.0"><channel><title>t</title><item><title>x</title><link>ORIGIN/cut</link></item><item><title>y</ti',
    ),
  ),
  read(
    'one article five thousand times',
    'feed',
    1,
    rss('<item><title>x</title><link>ORIGIN/mot?utm_source=a</link></item>'.repeat(5_000)),
  ),
  read(
    'a sitemap index that names itself',
    'news-sitemap',
    0,
    xml('<sitemapindex><sitemap><loc>ORIGIN/LISTING</loc></sitemap></sitemapindex>'),
  ),
  read('NUL and half a character in a JSON feed', 'json-feed', 1, {
    headers: { 'content-type': 'application/json' },
    body: '{"version":"https://jsonfeed.org/version/1.1","title":"t","items":[{"id":"1","url":"ORIGIN/a\\u0000b","title":"x\\u0000y \\ud800 z"}]}',
  }),
  read(
    'an outlet with NUL in its name',
    'search-feed',
    1,
    rss('<item><title>x - Báo\u0000 A</title><link>ORIGIN/o</link><source url="ORIGIN">Báo\u0000 A</source></item>'),
  ),
  read('a list of nothing but menus', 'list-page', 0, {
    body: `<html><body><nav>${'<a href="/x">Mục</a>'.repeat(40)}</nav></body></html>`,
  }),
  read('GDELT with articles that are none', 'gdelt', 0, { body: '{"articles":[null,7,{"url":"x"},{"title":"y"}]}' }),
];
