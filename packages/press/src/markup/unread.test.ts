import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseHtml, textOf } from './node.ts';
import { withoutUnread } from './unread.ts';

describe('markup without what nobody reads', () => {
  test.each([
    ['<p>a</p><script src="x">var a = "<p>";</script><p>b</p>', '<p>a</p><script src="x"></script><p>b</p>'],
    ['<style>p{}</style><svg viewBox="0"><path d="M0"/></svg>', '<style></style><svg viewBox="0"></svg>'],
    ['<select><option>1</option></select><iframe>x</iframe>', '<select></select><iframe></iframe>'],
    ['a<!-- <p>note</p> -->b', 'a<!---->b'],
    ['<!-- <script> -->b<script>c</script>', '<!---->b<script></script>'],
    ['<script data-a="x>y">c</script>d', '<script data-a="x>y"></script>d'],
    ['<script>"</scripty>"</script >d', '<script></scripty>"</script >d'],
  ])('%s', (html, rest) => {
    expect(withoutUnread(html)).toBe(rest);
  });

  test.each([
    ['linked data', '<script type="application/ld+json">{"a":"<!-- x --><iframe>"}</script>'],
    ['a tag in the value of an attribute', '<p title="<script>">a</p><script></script>'],
    ['what never ends', 'a<script>b<p>c</p>'],
    ['a comment that never ends', 'a<!-- b<script>c</script>'],
    ['a tag that never ends', '<script src="a>b</script>'],
    ['a drawing that was never closed', '<div><svg><path></div><p>a</p><svg></svg>'],
    ['a drawing closed at once', '<svg/><p>a</p><svg></svg>'],
    ['other names', '<scripture>a</scripture><stylish>b</stylish><span>c</span><section>d</section>'],
  ])('leaves %s', (_, html) => {
    expect(withoutUnread(html)).toBe(html);
  });

  test('never loses what stands outside', () => {
    const pieces = fc.constantFrom(
      '<p>WORD</p>',
      '<script>x</script>',
      '<style>x</style>',
      '<svg><path d="M"/></svg>',
      '<!-- x -->',
      '<noscript><img></noscript>',
      '<iframe src="a">x</iframe>',
      '<a title="x > y">WORD</a>',
      '<script type="application/ld+json">{"a":1}</script>',
    );
    fc.assert(
      fc.property(fc.array(pieces), (page) => {
        const html = page.join('');
        const words = textOf(parseHtml(withoutUnread(html))).match(/WORD/g) ?? [];
        expect(words).toHaveLength(html.match(/WORD/g)?.length ?? 0);
      }),
    );
  });

  test('openings without end cost one pass', () => {
    for (const piece of ['<script', '<script>', '<select>', '<svg a="', '<!--', '<svg/>', "<iframe a='>"])
      expect(withoutUnread(piece.repeat(100_000)).length).toBeLessThanOrEqual(piece.length * 100_000);
    const many = `${'<select>'.repeat(100_000)}</select>`;
    expect(withoutUnread(many).length).toBeGreaterThan(many.length - 100);
  });
});
