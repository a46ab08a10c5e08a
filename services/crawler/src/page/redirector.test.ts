import { describe, expect, it } from 'vitest';
import { addressBehind, isRedirector } from './redirector.ts';

const at = 'https://news.google.com/rss/articles/CBMiabc?oc=5';

describe('addressBehind', () => {
  it.each([
    ['<meta http-equiv="refresh" content="0; url=https://bao.vn/tin?a=1&amp;b=2">', 'https://bao.vn/tin?a=1&b=2'],
    ['<c-wiz data-n-au="https://bao.vn/tin">', 'https://bao.vn/tin'],
    ['<script>window.location.replace("https:\\/\\/bao.vn\\/tin")</script>', 'https://bao.vn/tin'],
    ['<a href="https://bao.vn/tin" rel="nofollow">', 'https://bao.vn/tin'],
    ['<a href="https://news.google.com/foryou" rel="nofollow">', null],
    ['<p>Không có gì</p>', null],
  ])('%s', (html, address) => {
    expect(addressBehind(html, at)).toBe(address);
  });

  it('knows redirectors by their host', () => {
    expect(isRedirector(at)).toBe(true);
    expect(isRedirector('https://news.google.com.bao.vn/')).toBe(false);
  });
});
