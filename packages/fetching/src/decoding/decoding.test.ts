import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodeBody } from './decoding.ts';

const text = Buffer.from('Tin nhanh '.repeat(100));

describe('decodeBody', () => {
  it.each([
    [undefined, text],
    ['', text],
    ['identity', text],
    ['gzip', gzipSync(text)],
    ['X-GZIP', gzipSync(text)],
    ['deflate', deflateSync(text)],
    ['deflate', deflateRawSync(text)],
    ['br', brotliCompressSync(text)],
    ['zstd', zstdCompressSync(text)],
    ['br, gzip', gzipSync(brotliCompressSync(text))],
    ['gzip', Buffer.concat([gzipSync(text.subarray(0, 40)), gzipSync(text.subarray(40))])],
  ])('%s', async (coding, body) => {
    const decoded = await decodeBody(body, coding, text.length);
    expect(decoded.ok && Buffer.from(decoded.body).equals(text)).toBe(true);
  });

  it('stops one byte above the limit', async () => {
    const decoded = await decodeBody(gzipSync(text), 'gzip', text.length - 1);
    expect(decoded).toMatchObject({ ok: false, kind: 'decompressed-too-large' });
  });

  it('leaves an empty body alone, whatever it is called', async () => {
    expect(await decodeBody(new Uint8Array(), 'gzip', 10)).toEqual({ ok: true, body: new Uint8Array() });
  });
});
