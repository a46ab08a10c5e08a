import { describe, expect, it } from 'vitest';
import { localPath, pathWith, webAddress } from './address.ts';

describe('addresses', () => {
  it.each([
    ['https://bao.example/a?b=1', 'https://bao.example/a?b=1'],
    ['javascript:alert(1)', null],
    [' javascript:alert(1)', null],
    ['java\nscript:alert(1)', null],
    ['data:text/html,x', null],
    ['/chi-duong-dan', null],
    ['', null],
  ])('%j is a link to %j', (text, target) => {
    expect(webAddress(text)).toBe(target);
  });

  it.each([
    ['/flags?state=open', '/flags?state=open'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['/\tevil', '/'],
    ['https://evil.example', '/'],
    [undefined, '/'],
  ])('%j comes back as %j', (text, path) => {
    expect(localPath(text)).toBe(path);
  });

  it('leaves out parameters without a value', () => {
    expect(pathWith('/stream', { q: 'vải thiều', flag: null, to: '' })).toBe('/stream?q=v%E1%BA%A3i+thi%E1%BB%81u');
    expect(pathWith('/stream', {})).toBe('/stream');
  });
});
