import { describe, expect, test } from 'vitest';
import { extractArticle } from './extract.ts';
import { joinPages, nextPageUrl } from './pages.ts';
import { rulesFor } from './rules.ts';

const url = 'https://bao.vn/phong-su/nuoc-man.html';

describe('an article of several pages', () => {
  test.each([
    ['<link rel="next" href="/phong-su/nuoc-man.html?page=2">', `${url}?page=2`],
    ['<a href="/phong-su/nuoc-man-p2.html">Trang sau »</a>', 'https://bao.vn/phong-su/nuoc-man-p2.html'],
    ['<a href="nuoc-man.html?trang=2">Tiếp theo</a>', `${url}?trang=2`],
    ['<a rel="next" href="/phong-su/bai-khac.html">Next</a>', null],
    ['<a rel="next" href="https://khac.vn/phong-su/nuoc-man.html?page=2">Next</a>', null],
    ['<a href="#top">Next</a>', null],
    [`${'<div>'.repeat(2000)}<a rel="next" href="?page=2">Next</a>`, null],
    ['', null],
  ])('%s', (html, next) => {
    expect(nextPageUrl(html, url)).toBe(next);
  });

  test("an outlet's own rule is believed", () => {
    const rules = { host: 'bao.vn', nextPage: '.more', remove: [] };
    expect(nextPageUrl('<a class="more" href="/phan-2.html">Phần 2</a>', url, rules)).toBe(
      'https://bao.vn/phan-2.html',
    );
    expect(rulesFor([rules, { host: 'www.bao.vn', remove: [] }], 'https://www.bao.vn/x')?.host).toBe('www.bao.vn');
    expect(rulesFor([rules], 'https://xbao.vn/')).toBeNull();
  });

  test('pages are joined in order, paragraphs that every page repeats once', () => {
    const intro = 'Loạt bài về mùa nước mặn ở các xã ven biển của tỉnh trong năm nay.';
    const pages = [1, 2].map((number) =>
      extractArticle(
        `<h1>Nước mặn</h1><div class="content-detail"><p>${intro}</p><p>Đây là nội dung của trang ${number}, đủ dài để được coi là một đoạn văn của bài viết.</p></div>`,
        { url },
      ),
    );
    const [first, second] = pages;
    if (first === undefined || second === undefined) throw new Error('two pages were read');
    const joined = joinPages([first, second]);
    expect(joined.text.split('\n\n')).toHaveLength(3);
    expect(joined.text).toMatch(/trang 1.*trang 2/s);
  });
});
