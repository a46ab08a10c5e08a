import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extractArticle } from './extract.ts';

const url = 'https://m.bao.vn/tin-1.html?utm_source=zalo';
const sentence =
  'Sở Nông nghiệp cho biết hơn hai nghìn héc ta lúa bị ngập sau đợt mưa lớn cuối tuần, các trạm bơm vận hành hết công suất.';
const body = `<div class="detail-content"><p>${sentence}</p><p>Nông dân ba xã ven sông được hỗ trợ giống để gieo lại trong tuần tới, theo kế hoạch của tỉnh.</p></div>`;
const page = (head: string, inside = body) =>
  `<!doctype html><html lang="vi"><head><title>Lúa ngập sau mưa | Báo A</title>${head}</head><body><h1>Lúa ngập sau mưa</h1>${inside}</body></html>`;

describe('an article page', () => {
  test('linked data, meta and the page itself give every field', () => {
    const data = JSON.stringify({
      '@graph': [
        { '@type': 'Organization', '@id': '#o', name: 'Báo A' },
        {
          '@type': ['NewsArticle'],
          headline: 'Lúa ngập sau mưa',
          datePublished: '2026-11-21T08:30:00+07:00',
          dateModified: '2026-11-21T09:00:00+07:00',
          author: [{ '@type': 'Person', name: 'Người Viết' }],
          publisher: { '@id': '#o' },
        },
      ],
    });
    const article = extractArticle(
      page(
        `<meta property="og:image" content="/a.jpg"><link rel="canonical" href="https://bao.vn/tin-1.html"><script type="application/ld+json">${data}</script>`,
      ),
      { url },
    );
    expect(article).toEqual({
      canonicalUrl: 'https://bao.vn/tin-1.html',
      title: 'Lúa ngập sau mưa',
      text: `${sentence}\n\nNông dân ba xã ven sông được hỗ trợ giống để gieo lại trong tuần tới, theo kế hoạch của tỉnh.`,
      byline: 'Người Viết',
      authors: ['Người Viết'],
      publishedAt: '2026-11-21T08:30:00+07:00',
      modifiedAt: '2026-11-21T09:00:00+07:00',
      language: 'vi',
      siteName: 'Báo A',
      leadImage: 'https://m.bao.vn/a.jpg',
      leadCaption: null,
    });
  });

  test('what the page does not say is null, never invented', () => {
    expect(extractArticle(page(''), { url: 'https://bao.vn/tin' })).toMatchObject({
      byline: null,
      authors: [],
      publishedAt: null,
      modifiedAt: null,
      siteName: null,
      leadImage: null,
      leadCaption: null,
    });
  });

  test('the caption is that of the lead picture, in whatever size the text shows it', () => {
    const figure = (name: string, words: string) =>
      `<figure><a><img src="/giu-cho.gif" data-src="/anh/${name}.jpg"></a><figcaption>${words}</figcaption></figure>`;
    const figures = `${figure('khac', 'Ảnh khác')}${figure('cau-640x360', 'Cầu mới. <i>Ảnh: An</i>')}`;
    const og = '<meta property="og:image" content="/anh/cau.jpg?v=2"><meta property="og:image:alt" content="Cây cầu">';
    const of = (html: string) => extractArticle(html, { url }).leadCaption;
    expect(of(page(og).replace('<p>', `${figures}<p>`))).toBe('Cầu mới. Ảnh: An');
    expect(of(page(og))).toBe('Cây cầu');
  });

  test('a canonical link to the home page or another site is not believed', () => {
    for (const href of ['https://bao.vn/', 'https://khac.com/tin-1.html']) {
      expect(extractArticle(page(`<link rel="canonical" href="${href}">`), { url }).canonicalUrl).toBe(
        'https://bao.vn/tin-1.html',
      );
    }
  });

  test('a time in UTC takes on the offset the page shows', () => {
    const shown = '<meta property="article:published_time" content="2026-11-21T01:30:00Z">';
    const article = extractArticle(page(shown, `<time datetime="2026-11-21T08:30:00+07:00">8h30</time>${body}`), {
      url,
    });
    expect(article.publishedAt).toBe('2026-11-21T08:30:00+07:00');
  });

  test('a date that stands unnamed below the headline is found, dates of other articles are not', () => {
    const aside = '<div class="list"><time datetime="2026-01-01">1/1</time></div>';
    expect(extractArticle(page('', `<div>Thứ bảy, 21/11/2026</div>${body}`), { url }).publishedAt).toBe('2026-11-21');
    expect(
      extractArticle(page('', `<span class="date">21/11/2026 08:30</span>${body}${aside}`), { url }).publishedAt,
    ).toBe('2026-11-21T08:30:00+07:00');
  });

  test('a body that only the linked data carry is taken from there', () => {
    const data = JSON.stringify({
      '@type': 'NewsArticle',
      headline: 'x',
      articleBody: `${sentence}\n${sentence.replace('lúa', 'ngô')} ${sentence} ${sentence}`,
    });
    expect(
      extractArticle(page(`<script type="application/ld+json">${data}</script>`, '<div id="app"></div>'), { url }).text,
    ).toContain('héc ta ngô');
  });

  test('figures in a table stay in the text, a row a line', () => {
    const table = '<table><tr><td>Lúa</td><td>2.000</td></tr><tr><td>Ngô</td><td>150</td></tr></table>';
    expect(
      extractArticle(page('', `<div class="detail-content"><p>${sentence}</p>${table}<p>${sentence} Hết.</p></div>`), {
        url,
      }).text,
    ).toContain('Lúa 2.000\n\nNgô 150');
  });

  test('pages that hide, split or pad the body', () => {
    const hidden = `<article>${[sentence, `${sentence} Hai.`, `${sentence} Ba.`].map((text) => `<div class="subscriber-only" style="display:none"><p>${text}</p></div>`).join('')}</article>`;
    expect(extractArticle(page('', hidden), { url }).text.split('\n\n')).toHaveLength(3);
    const padded = `${body}<h3>Tin liên quan</h3><ul><li><a href="/2">Một tin khác có tiêu đề khá dài để thử</a></li></ul><div class="comments"><p>${sentence}</p></div>`;
    expect(extractArticle(page('', padded), { url }).text).not.toMatch(/Tin liên quan|Một tin khác/);
  });

  test('an opening line, a byline with initials and a short last sentence', () => {
    const inside = `<div class="content-detail"><p>15 ноября 2026, 08:48 И. Соколин</p><p>Báo bạn đưa tin từ bệnh viện tuyến cuối của thành phố:</p><p>${sentence}</p><p>${sentence} Hai.</p><p>Xin bạn đọc tự suy xét.</p><p>Xem thêm tại đây</p></div>`;
    const paragraphs = extractArticle(page('', inside), { url }).text.split('\n\n');
    expect(paragraphs[0]).toMatch(/^Báo bạn/);
    expect(paragraphs.at(-1)).toBe('Xin bạn đọc tự suy xét.');
  });

  test('own rules of an outlet win, and general reading fills what they leave', () => {
    const html = page(
      '',
      `<div class="x"><p>Dòng ngắn.</p><p class="ad">Quảng cáo</p></div><span class="d">21/11/2026 08:30</span>${body}`,
    );
    const article = extractArticle(html, {
      url,
      rules: { host: 'bao.vn', body: '.x', publishedAt: '.d', remove: ['.ad'] },
    });
    expect(article).toMatchObject({
      title: 'Lúa ngập sau mưa',
      text: 'Dòng ngắn.',
      publishedAt: '2026-11-21T08:30:00Z',
    });
  });
});

/** Pages no publishing system should send, and what must at least be true of the answer. */
const bad: readonly [string, string][] = [
  ['nothing', ''],
  ['a word', 'xin chào'],
  ['zero bytes', '\u0000'.repeat(100)],
  ['an open comment', '<html><body><!-- '.padEnd(10_000, 'x')],
  ['an open script', '<script>var a="</p>'],
  ['no body', '<html><head><title>T</title></head></html>'],
  ['two bodies', `<body><p>${sentence}</p></body><body><p>${sentence}</p></body>`],
  ['a frameset', '<frameset><frame src="a.html"></frameset>'],
  ['tags without ends', '<div><p>'.repeat(500)],
  ['nesting without end', `${'<div>'.repeat(50_000)}${sentence}`],
  ['inline nesting without end', '<b>'.repeat(50_000)],
  ['closing tags alone', '</div>'.repeat(50_000)],
  ['brackets alone', '<'.repeat(200_000)],
  [
    'linked data that is no JSON',
    `<script type="application/ld+json">{"@type":"NewsArticle",</script><p>${sentence}</p>`,
  ],
  [
    'linked data nested deep',
    `<script type="application/ld+json">${'[{"@type":"a","b":'.repeat(5000)}1${'}]'.repeat(5000)}</script>`,
  ],
  [
    'linked data of the wrong shapes',
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":7,"author":[null,{"name":[1]}],"datePublished":{},"image":[[]]}</script>',
  ],
  ['white space without end', `<p>${' \n'.repeat(200_000)}</p>`],
  ['a title without end', `<title>${'- '.repeat(100_000)}</title>`],
  ['fifty thousand links', '<a href="/x">một liên kết khá dài</a> '.repeat(50_000)],
  ['a class of a million letters', `<div class="${'comment '.repeat(100_000)}"><p>${sentence}</p></div>`],
  [
    'an address that is none in base and canonical',
    '<base href="http://["><link rel="canonical" href="http://["><p>x</p>',
  ],
];

describe('bad pages', () => {
  test.each(bad)('%s', (_name, html) => {
    const article = extractArticle(html, { url });
    expect(article.canonicalUrl).toBe('https://bao.vn/tin-1.html');
    expect(typeof article.text).toBe('string');
  });

  test('depth hides no text', () => {
    expect(extractArticle(`${'<div>'.repeat(50_000)}<p>${sentence}</p>`, { url }).text).toContain('héc ta lúa');
  });

  test('any markup at all gives an article', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<div class="related">',
      '</div>',
      '<a href="x">',
      '</a>',
      '<h1>',
      sentence,
      '<br>',
      '<table><tr><td>',
      '<script>',
      '</script>',
      '<!--',
      '-->',
      '&amp;',
      '<title>',
      '\u0000',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const { text, title } = extractArticle(pieces.join(''), { url });
        expect(text).toBe(text.normalize('NFC'));
        expect(title.includes('\n')).toBe(false);
      }),
    );
  });
});
