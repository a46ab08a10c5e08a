import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isNestedTooDeep } from './nesting.ts';
import { descendants, parseHtml, textOf } from './node.ts';
import { decodeEntities, escapeXml, plainText } from './plain.ts';

describe('plain text of markup', () => {
  test.each([
    ['<p>Tin&nbsp;mới</p><p>hôm nay</p>', 'Tin mới hôm nay'],
    ['<b>A</b><i>B</i>', 'AB'],
    ['5 < 7 & 8 > 6', '5 < 7 & 8 > 6'],
    ['<img alt="a > b" src=x>chữ', 'chữ'],
    ['a<script>var x = "<p>";</script>b', 'ab'],
    ['a<!-- <p> -->b', 'ab'],
    ['&eacute;&#7871;&#x1EBF;&bogus;&amp;lt;', 'éếế&bogus;&lt;'],
    ['<a href="x', ''],
    ['', ''],
  ])('%s', (html, text) => {
    expect(plainText(html)).toBe(text);
  });

  test('escaped text comes back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'ế', '<', '>', '&', '"', "'", '7', ';', 'amp') }), (text) => {
        expect(decodeEntities(escapeXml(text))).toBe(text);
      }),
    );
  });

  test('a hundred thousand brackets cost one pass', () => {
    expect(plainText('<'.repeat(300_000))).toHaveLength(300_000);
    expect(plainText('<a '.repeat(100_000))).toBe('');
  });
});

describe('nesting', () => {
  test('is told before a tree is built, self-closing tags aside', () => {
    expect(isNestedTooDeep('<div>'.repeat(2000))).toBe(true);
    expect(isNestedTooDeep('<div></div>'.repeat(2000))).toBe(false);
    expect(isNestedTooDeep('<p>x<br><img src="a">'.repeat(2000))).toBe(false);
    expect(isNestedTooDeep('<a/>'.repeat(2000))).toBe(false);
    expect(isNestedTooDeep('<'.repeat(300_000))).toBe(false);
  });

  test('walking is not recursive', () => {
    const deep = parseHtml(`${'<div>'.repeat(50_000)}x`);
    expect([...descendants(deep)]).toHaveLength(50_000);
    expect(textOf(deep)).toBe('x');
  });
});
