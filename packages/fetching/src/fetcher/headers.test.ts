import { describe, expect, it } from 'vitest';
import { honestAgent } from './agent.ts';
import { isConditional, requestHeaders } from './headers.ts';

const agent = honestAgent('LamRo/0.1', 'a@b.vn');
const url = 'https://bao.example/';

describe('requestHeaders', () => {
  it('says who asks and what is read, and nothing else', () => {
    expect(requestHeaders(agent, { url })).toEqual({
      'user-agent': 'LamRo/0.1 (+a@b.vn)',
      accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
      'accept-encoding': 'gzip, deflate, br, zstd',
    });
  });

  it('carries what was asked for, without the blanks around it', () => {
    expect(requestHeaders(agent, { url, accept: ' application/rss+xml ', etag: ' "1" ', lastModified: ' x ' })).toEqual(
      {
        'user-agent': 'LamRo/0.1 (+a@b.vn)',
        accept: 'application/rss+xml',
        'accept-encoding': 'gzip, deflate, br, zstd',
        'if-none-match': '"1"',
        'if-modified-since': 'x',
      },
    );
  });
});

describe('a validator', () => {
  it.each([
    ['"1"', true],
    ['x'.repeat(1024), true],
    ['x'.repeat(1025), false],
    ['', false],
    ['  ', false],
    [null, false],
    [undefined, false],
    ['tin\ttức', false],
    ['a\r\nb', false],
    ['a\nb', false],
    ['\u007f', false],
    ['é', false],
  ])('%j makes a request conditional: %s', (value, expected) => {
    const by = value === undefined ? {} : { etag: value };
    expect(isConditional({ url, ...by })).toBe(expected);
    expect('if-none-match' in requestHeaders(agent, { url, ...by })).toBe(expected);
    const since = value === undefined ? {} : { lastModified: value };
    expect(isConditional({ url, ...since })).toBe(expected);
    expect('if-modified-since' in requestHeaders(agent, { url, ...since })).toBe(expected);
  });
});
