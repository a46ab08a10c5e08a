import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicaliseUrl, isSameAddress } from './canonicalise.ts';

const pairs: readonly [string, string][] = [
  ['http://m.bao.vn/tin-1.html?utm_source=x&b=2&a=1#top', 'https://bao.vn/tin-1.html?a=1&b=2'],
  ['https://www.bao.vn/tin-1.html/', 'https://bao.vn/tin-1.html'],
  ['https://bao.vn:443/index.html', 'https://bao.vn/'],
  ['http://bao.vn:8080/tin', 'http://bao.vn:8080/tin'],
  ['https://bao.vn/tin.html;jsessionid=1A2B?PHPSESSID=9', 'https://bao.vn/tin.html'],
  ['https://bao.vn/amp/tin-1.html', 'https://bao.vn/tin-1.html'],
  ['https://bao.vn/tin-1/amp/', 'https://bao.vn/tin-1'],
  ['https://bao.vn/tin-1.amp.html', 'https://bao.vn/tin-1.html'],
  ['https://bao.vn/tin?id=7&outputType=amp&fbclid=abc', 'https://bao.vn/tin?id=7'],
  ['https://bao-vn.cdn.ampproject.org/c/s/bao.vn/tin.html', 'https://bao.vn/tin.html'],
  ['https://www.google.com/amp/s/bao.vn/tin.html', 'https://bao.vn/tin.html'],
  ['https://www.google.com/url?sa=t&url=https%3A%2F%2Fbao.vn%2Ftin.html&ved=1', 'https://bao.vn/tin.html'],
  ['https://l.facebook.com/l.php?u=https%3A%2F%2Fbao.vn%2Ftin.html&h=x', 'https://bao.vn/tin.html'],
  ['https://BAO.vn/Tin', 'https://bao.vn/Tin'],
  ['https://bao.vn//a//b', 'https://bao.vn/a/b'],
  ['https://m.vn/tin', 'https://m.vn/tin'],
];

describe('one address for one article', () => {
  test.each(pairs)('%s', (address, canonical) => {
    expect(canonicaliseUrl(address)).toBe(canonical);
  });

  test('what is no web address comes back trimmed', () => {
    expect(canonicaliseUrl(' javascript:alert(1) ')).toBe('javascript:alert(1)');
    expect(canonicaliseUrl('không phải địa chỉ')).toBe('không phải địa chỉ');
  });

  test('parameters that mean something keep articles apart', () => {
    expect(isSameAddress('https://bao.vn/?id=1', 'https://bao.vn/?id=2')).toBe(false);
    expect(isSameAddress('https://bao.vn/?id=1&utm_medium=x', 'http://www.bao.vn/?id=1')).toBe(true);
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('a parameter may be called %s', (name) => {
    expect(canonicaliseUrl(`http://bao.vn/tin?${name}`)).toBe(`https://bao.vn/tin?${name}=`);
  });

  test('canonicalising twice changes nothing', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const once = canonicaliseUrl(url);
        expect(canonicaliseUrl(once)).toBe(once);
      }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('m', 'www', 'amp', 'bao', 'vn', 'index.html', 'a'), { minLength: 2, maxLength: 6 }),
        (parts) => {
          const once = canonicaliseUrl(`https://${parts.slice(0, 4).join('.')}/${parts.join('/')}`);
          expect(canonicaliseUrl(once)).toBe(once);
        },
      ),
    );
  });
});
