import { gzipSync } from 'node:zlib';
import type { Answer } from '../../services/crawler/test/outlet-server.ts';
import { articlePage } from '../../services/crawler/test/outlet-server.ts';

export interface HostilePage {
  readonly name: string;
  /** The outcome that its row carries. */
  readonly outcome: string;
  readonly answer: Answer;
  /** Whether a text is stored all the same. */
  readonly stored: boolean;
}

const refused = (name: string, outcome: string, answer: Answer): HostilePage => ({
  name,
  outcome,
  answer,
  stored: false,
});
const read = (name: string, answer: Answer): HostilePage => ({ name, outcome: 'fetched', answer, stored: true });
const html = (body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}): Answer => ({ body, headers });
const typed = (type: string, body: string): Answer => html(body, { 'content-type': type });
const PARAGRAPH =
  '<p>Một đoạn văn đủ dài để là nội dung của một bài báo về tỉnh, có đầu có cuối, có số liệu và có dẫn nguồn.</p>';
const body = (inner: string): string =>
  `<html><head><title>Bài thử</title></head><body><article><h1>Bài thử</h1>${inner}</article></body></html>`;
const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');

/** Pages that arrive whole and are not what they should be, or hold what may break a reader. */
export const hostilePages: readonly HostilePage[] = [
  refused('an empty page', 'unreadable', html('')),
  refused('blanks only', 'unreadable', html(' \n\t'.repeat(5_000))),
  refused('a hundred kilobytes of NUL', 'unreadable', html(Buffer.alloc(100_000))),
  refused('a page of markup without words', 'unreadable', html('<div>'.repeat(2_000))),
  refused(
    'a script that sets a cookie and reloads',
    'script-wall',
    html('<script>document.cookie="a=1";location.reload()</script>'),
  ),
  refused(
    'a browser check',
    'script-wall',
    html('<title>Just a moment...</title><script src="/cdn-cgi/challenge-platform/x.js"></script>'),
  ),
  refused('a captcha', 'captcha-wall', html('<form><div class="g-recaptcha" data-sitekey="x"></div></form>')),
  refused(
    'a consent page',
    'consent-wall',
    html('<title>Before you continue</title><form action="https://consent.example/save"><p>We use cookies</p></form>'),
  ),
  refused('a sign-in form', 'login-wall', html('<form><input type="password" name="p"></form>')),
  refused('a PDF that says so', 'not-a-page', typed('application/pdf', '%PDF-1.7')),
  refused('a PDF that says it is a page', 'not-a-page', html('%PDF-1.7\n1 0 obj')),
  refused('a picture', 'not-a-page', typed('image/png', 'x')),
  refused('a video', 'not-a-page', typed('video/mp4', 'x')),
  refused('an archive that says it is a page', 'not-a-page', html(latin('PK\u0003\u0004xxxx'))),
  refused('a program', 'not-a-page', html(latin('\u007fELF\u0002\u0001'))),
  refused('compressed bytes without a word about it', 'not-a-page', html(gzipSync(body(PARAGRAPH)))),
  refused('a way home for a deleted article', 'moved-to-front-page', { status: 302, headers: { location: '/' } }),
  read(
    'NUL bytes between the letters',
    html(body(`${PARAGRAPH}\u0000<p>Tỉnh\u0000 công\u0000 bố số liệu mới nhất trong năm nay và các năm trước.</p>`)),
  ),
  read(
    'a title of two megabytes',
    html(
      `<html><head><title>${'Dài '.repeat(500_000)}</title></head><body><article>${PARAGRAPH}${PARAGRAPH}</article></body></html>`,
    ),
  ),
  read(
    'NUL inside structured data',
    html(
      body(
        `<script type="application/ld+json">{"@type":"NewsArticle","headline":"A\\u0000B","author":"X\\u0000Y","datePublished":"2026-11-21T08:00:00+07:00"}</script>${PARAGRAPH.repeat(3)}`,
      ),
    ),
  ),
  read(
    'a date in the year 99999',
    html(body(`<meta property="article:published_time" content="99999-01-01T00:00:00Z">${PARAGRAPH.repeat(3)}`)),
  ),
  read('a date of the year 0', html(body(`<time datetime="0000-00-00T00:00:00Z">0</time>${PARAGRAPH.repeat(3)}`))),
  read(
    'ten thousand authors',
    html(
      body(
        `${Array.from({ length: 10_000 }, (_, n) => `<a rel="author" href="/${n}">Tác giả ${n}</a>`).join('')}${PARAGRAPH.repeat(3)}`,
      ),
    ),
  ),
  read(
    'a canonical link to a stranger',
    articlePage('Bài mạo', { head: '<link rel="canonical" href="https://vnexpress.net/bai-that-1.html">' }),
  ),
  read(
    'a canonical link to the front page',
    articlePage('Bài về trang chủ', { head: '<link rel="canonical" href="/">' }),
  ),
  read(
    'a canonical link to a script',
    articlePage('Bài có mã', { head: '<link rel="canonical" href="javascript:alert(1)">' }),
  ),
  read(
    'a base address of another site',
    articlePage('Bài có base', { head: '<base href="https://ke-khac.example/">' }),
  ),
  read('nesting of twenty thousand levels', html(body(`${'<div>'.repeat(20_000)}${PARAGRAPH.repeat(3)}`))),
  read(
    'a hundred thousand attributes',
    html(body(`<div ${Array.from({ length: 100_000 }, (_, n) => `a${n}=1`).join(' ')}>${PARAGRAPH.repeat(3)}</div>`)),
  ),
  read(
    'broken UTF-8',
    html(
      Buffer.concat([
        Buffer.from(body(PARAGRAPH.repeat(3)).replace('</article>', '')),
        Buffer.from([0xc3, 0x28, 0xff, 0xfe]),
      ]),
    ),
  ),
  read('a charset that does not exist', typed('text/html; charset=utf-9000', body(PARAGRAPH.repeat(3)))),
  read(
    'surrogates without a partner',
    html(body(`${PARAGRAPH.repeat(3)}<p>&#xD800; và &#xDFFF; đứng một mình ở giữa một câu văn có nghĩa.</p>`)),
  ),
  read(
    'half a character in structured data',
    html(
      body(
        `<script type="application/ld+json">{"@type":"NewsArticle","headline":"A \\ud800 B","articleBody":"Một thân bài \\udfff viết trong dữ liệu có cấu trúc, đủ dài để được coi là nội dung của bài báo này."}</script>${PARAGRAPH.repeat(3)}`,
      ),
    ),
  ),
  read(
    'marks that turn the direction of writing',
    html(body(`${PARAGRAPH.repeat(3)}<p>\u202eđảo ngược\u202c trong một câu văn có nghĩa của bài báo này.</p>`)),
  ),
  read('an endless chain of next pages', articlePage('Bài vô tận', { head: '<link rel="next" href="?page=2">' })),
  read('a next page that is itself', articlePage('Bài vòng', { head: '<link rel="next" href="#tiep">' })),
  read('markup cut in the middle of a tag', html(`${body(PARAGRAPH.repeat(3)).slice(0, -40)}<p class="`)),
  read(
    'a comment that never closes',
    html(`${body(PARAGRAPH.repeat(3)).replace('</article></body></html>', '')}<!-- `),
  ),
  read(
    'SQL and templates in the title',
    html(
      `<title>'; drop table articles; -- \${7*7} {{7*7}}</title><article><h1>'; drop table articles; --</h1>${PARAGRAPH.repeat(3)}</article>`,
    ),
  ),
];
