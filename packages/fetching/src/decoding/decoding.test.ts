import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
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

  it.each([
    ['gzip, gzip, br', '3 lớp nén'],
    ['lzma', 'kiểu nén «lzma» không được hỗ trợ'],
    [`x-${'y'.repeat(60)}`, `kiểu nén «x-${'y'.repeat(38)}» không được hỗ trợ`],
    ['gzip', 'dữ liệu gzip hỏng (Z_DATA_ERROR)'],
  ])('says of %s: %s', async (coding, why) => {
    const decoded = await decodeBody(Buffer.from([0x0f, 0xff, 0xff, 0xff]), coding, 1000);
    expect(decoded).toEqual({ ok: false, kind: 'decompression-failed', why });
  });

  it('names the coding that unfolds to too much, and stops at it', async () => {
    for (const [coding, body] of [
      ['gzip', gzipSync(text)],
      ['x-gzip', gzipSync(text)],
      ['deflate', deflateSync(text)],
      ['deflate', deflateRawSync(text)],
      ['br', brotliCompressSync(text)],
      ['zstd', zstdCompressSync(text)],
    ] as const) {
      const most = text.length - 1;
      expect(await decodeBody(body, coding, most)).toEqual({ ok: false, kind: 'decompressed-too-large', why: coding });
    }
    expect(await decodeBody(gzipSync('x'), 'br, gzip', 1000)).toMatchObject({ kind: 'decompression-failed' });
  });

  it('counts only codings that change something towards the two it undoes', async () => {
    const body = gzipSync(brotliCompressSync(text));
    const decoded = await decodeBody(body, 'identity, br, , gzip,identity', text.length);
    expect(decoded.ok && Buffer.from(decoded.body).equals(text)).toBe(true);
  });

  it('undoes the last coding first', async () => {
    expect(await decodeBody(gzipSync(brotliCompressSync(text)), 'gzip, br', text.length)).toMatchObject({ ok: false });
  });

  it('reads a zstd window of 8 MB and no larger one', async () => {
    const long = Buffer.alloc(200_000, 'Tin nhanh ');
    const windowed = (log: number) => zstdCompressSync(long, { params: { [constants.ZSTD_c_windowLog]: log } });
    expect((await decodeBody(windowed(23), 'zstd', 300_000)).ok).toBe(true);
    // Without its size a frame states its window.
    const stated = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, (24 - 10) << 3, 0x01, 0x00, 0x00]);
    expect((await decodeBody(stated, 'zstd', 300_000)).ok).toBe(false);
    const allowed = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, (23 - 10) << 3, 0x01, 0x00, 0x00]);
    expect((await decodeBody(allowed, 'zstd', 300_000)).ok).toBe(true);
  });
});
