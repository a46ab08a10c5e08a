import { describe, expect, it } from 'vitest';
import { readRules, tidyRobots } from './rules.ts';

const allowed = (text: string, path: string): boolean =>
  readRules(tidyRobots(text), new URL(path, 'https://bao.example'), 'LamRo').allowed;

describe('readRules', () => {
  it.each([
    ['', '/a', true],
    ['User-agent: *\nDisallow: /', '/a', false],
    ['User-agent: *\nDisallow: /', '/robots.txt', true],
    ['User-agent: *\nDisallow:', '/a', true],
    ['User-agent: *\nDisallow: /a\nAllow: /a/b', '/a/b/c', true],
    ['User-agent: *\nDisallow: /a\nAllow: /a/b', '/a/c', false],
    ['User-agent: LamRo\nDisallow: /\n\nUser-agent: *\nDisallow:', '/a', false],
    ['User-agent: lamro\nAllow: /\n\nUser-agent: *\nDisallow: /', '/a', true],
    ['User-agent: other\nDisallow: /', '/a', true],
    ['User-agent: other\nUser-agent: LamRo/2.0\nDisallow: /x', '/x', false],
    ['User-agent: *\r\nDisallow: /x\r\n', '/x', false],
    ['User-agent: *\rDisallow: /x', '/x', false],
    ['\uFEFFUser-agent: *\nDisallow: /x', '/x', false],
    ['User-agent: *\nDisallow: /a\uFEFFx', '/a\uFEFFx', false],
    ['user-agent:*\ndisallow:/x # not for robots', '/x', false],
    ['User-agent: a\nSitemap: https://bao.example/s.xml\nUser-agent: *\nDisallow: /x', '/x', false],
    ['User-agent: *\nDisallow: /*?print=', '/tin?print=1', false],
    ['User-agent: *\nDisallow: /*.pdf$', '/a.pdf', false],
    ['User-agent: *\nDisallow: /*.pdf$', '/a.pdf?x', true],
    ['User-agent: *\nDisallow: /tin-tức', '/tin-t%E1%BB%A9c/1', false],
    ['<html>Không tìm thấy: Disallow: /</html>', '/a', true],
    ['Disallow: /', '/a', true],
    ['User-agent: __proto__\nDisallow: /', '/a', true],
  ])('%j for %s: %s', (text, path, expected) => {
    expect(allowed(text, path)).toBe(expected);
  });

  it.each([
    ['Crawl-delay: 10', 10_000],
    ['crawl-delay: 0.5', 500],
    ['Crawl-delay: soon', null],
    ['Crawl-delay: -1', null],
    ['Crawl-delay: Infinity', null],
    ['', null],
  ])('%j', (line, expected) => {
    expect(readRules(tidyRobots(`User-agent: *\n${line}`), new URL('https://bao.example/'), 'LamRo').crawlDelayMs).toBe(
      expected,
    );
  });
});

describe('tidyRobots', () => {
  it('shortens a refusal with too many wildcards and drops such a permission', () => {
    const wild = `/a${'*b'.repeat(50)}`;
    expect(tidyRobots(`User-agent: *\nDisallow: ${wild}\nAllow: ${wild}`)).toBe(
      'user-agent: *\ndisallow: /a*b*b*b*b*b*b',
    );
  });

  it('keeps only the beginning of refusals once the file has used up its wildcards', () => {
    const tidy = tidyRobots(
      `User-agent: *\n${'Disallow: /a*b*c\n'.repeat(2500)}Disallow: /d*e\nAllow: /d*f\nAllow: /g`,
    ).split('\n');
    expect(tidy.slice(-3)).toEqual(['disallow: /a*b*c', 'disallow: /d', 'allow: /g']);
  });

  it('drops the blanks and words after a rule', () => {
    expect(tidyRobots('User-agent: *  \nDisallow: /x \t# here')).toBe('user-agent: *\ndisallow: /x');
  });

  it('takes a run of wildcards for one', () => {
    expect(tidyRobots(`User-agent: *\nDisallow: /a${'*'.repeat(500)}b`)).toBe('user-agent: *\ndisallow: /a*b');
  });

  it('keeps a rule of a thousand characters whole and cuts a longer refusal', () => {
    const long = `/${'a'.repeat(999)}`;
    expect(tidyRobots(`User-agent: *\nDisallow: ${long}\nAllow: ${long}`)).toBe(
      `user-agent: *\ndisallow: ${long}\nallow: ${long}`,
    );
    expect(tidyRobots(`User-agent: *\nDisallow: ${long}b\nAllow: ${long}b`)).toBe(`user-agent: *\ndisallow: ${long}`);
  });
});
