import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readWarc } from './reader.ts';
import { type Capture, writeWarc } from './warc.ts';

const origin = { software: 'LamRo/0.1', operator: 'Sở Ngoại vụ', writtenAt: new Date('2026-11-16T01:00:00Z') };
const body = Buffer.from('<p>Tỉnh đã nói rõ.</p>\r\n\r\nWARC/1.1\r\n');
const capture: Capture = {
  url: 'https://bao.example/tin?id=1',
  fetchedAt: new Date('2026-11-15T23:59:58.123Z'),
  status: 200,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-encoding': 'gzip',
    'content-length': '17',
    etag: '"a\r\nb"',
  },
  body,
  notes: { via: 'https://bao.example/rut-gon' },
};

async function written(captures: readonly Capture[]): Promise<Buffer[]> {
  const members: Buffer[] = [];
  for await (const member of writeWarc(origin, captures)) members.push(Buffer.from(member));
  return members;
}

describe('writeWarc', () => {
  it('writes each record as a gzip member of its own', async () => {
    const members = await written([capture]);
    expect(members).toHaveLength(3);
    for (const member of members) expect(gunzipSync(member).toString('latin1')).toMatch(/^WARC\/1\.1\r\n/);
  });

  it('keeps what the outlet answered, byte by byte', async () => {
    const [info, response, metadata] = readWarc(Buffer.concat(await written([capture])));
    expect(info?.headers['warc-type']).toBe('warcinfo');
    expect(Buffer.from(info?.block ?? []).toString()).toContain('operator: Sở Ngoại vụ\r\n');
    expect(response?.headers).toMatchObject({
      'warc-type': 'response',
      'warc-target-uri': capture.url,
      'warc-date': '2026-11-15T23:59:58.123Z',
      'warc-payload-digest': `sha256:${createHash('sha256').update(body).digest('hex')}`,
    });
    const block = Buffer.from(response?.block ?? []);
    expect(block.subarray(block.indexOf('\r\n\r\n') + 4).equals(body)).toBe(true);
    expect(block.toString().split('\r\n\r\n')[0]?.split('\r\n')).toEqual([
      'HTTP/1.1 200 OK',
      'content-type: text/html; charset=utf-8',
      'x-archive-orig-content-encoding: gzip',
      'x-archive-orig-content-length: 17',
      'etag: "a b"',
      `content-length: ${body.length}`,
    ]);
    expect(metadata?.headers['warc-refers-to']).toBe(response?.headers['warc-record-id']);
    expect(Buffer.from(metadata?.block ?? []).toString()).toBe('via: https://bao.example/rut-gon\r\n');
  });

  it('gives the same bytes for the same captures, and other ids for other ones', async () => {
    const first = Buffer.concat(await written([capture]));
    expect(Buffer.concat(await written([capture])).equals(first)).toBe(true);
    const ids = readWarc(Buffer.concat(await written([capture, { ...capture, status: 404 }]))).map(
      ({ headers }) => headers['warc-record-id'],
    );
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids)
      expect(id).toMatch(/^<urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}>$/);
  });

  it('leaves out notes that there are not', async () => {
    const { notes: _, ...bare } = capture;
    expect(await written([bare])).toHaveLength(2);
  });
});

describe('readWarc', () => {
  it('finds a block that was changed', async () => {
    const whole = gunzipSync(Buffer.concat(await written([capture]))).toString('latin1');
    expect(() => readWarc(Buffer.from(whole.replace('<p>T', '<p>t'), 'latin1'))).toThrow(/was changed/);
  });

  it('finds a file that is cut off or is none', async () => {
    const whole = gunzipSync(Buffer.concat(await written([capture])));
    expect(() => readWarc(whole.subarray(0, whole.length - 10))).toThrow(SyntaxError);
    expect(() => readWarc(gzipSync('hello'))).toThrow(SyntaxError);
  });
});
