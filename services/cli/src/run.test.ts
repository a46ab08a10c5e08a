import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { run } from './run.ts';

async function lamro(args: readonly string[], input: string | Buffer = '') {
  const output = new PassThrough();
  const errors = new PassThrough();
  const printed = Promise.all([text(output), text(errors)]);
  const code = await run(args, { input: Readable.from([input]), output, errors });
  output.end();
  errors.end();
  const [out, err] = await printed;
  const lines = out.split('\n').filter((line) => line !== '');
  return {
    code,
    err,
    lines: args.includes('--help') || args.length === 0 ? [] : lines.map((line): unknown => JSON.parse(line)),
  };
}

const ndjson = (...lines: unknown[]) => lines.map((line) => JSON.stringify(line)).join('\n');

describe('lamro', () => {
  it('answers a failed line in its place, with its id and number, and ends with 1', async () => {
    const { code, lines } = await lamro(
      ['language'],
      `${ndjson({ id: 'a', text: 'Thành phố đón nhiều khách du lịch' })}\n{"id":"b"\n${ndjson({ id: 'c' })}`,
    );
    expect(code).toBe(1);
    expect(lines).toEqual([
      { id: 'a', language: 'vi', confidence: expect.any(Number) },
      { error: expect.stringMatching(/^dòng 2: không phải JSON/) },
      { id: 'c', error: expect.stringMatching(/^dòng 3: trường text/) },
    ]);
  });

  it.each([
    [['nothing'], /Không có lệnh "nothing"/],
    [['route'], /Thiếu --profile/],
    [['route', '--profile', 'ha-noi'], /ha-noi/],
    [['judge', '--profile', 'hai-phong', '--records', '/nowhere'], /Không đọc được tệp/],
    [['language', '--colour'], /Cách dùng: lamro language/],
    [['profile', 'print'], /"show" hoặc "check"/],
  ])('%j cannot run: code 2 and what to type', async (args, message) => {
    const { code, err, lines } = await lamro(args);
    expect(code).toBe(2);
    expect(err).toMatch(message);
    expect(lines).toEqual([]);
  });

  it('extracts a page from standard input and from lines alike', async () => {
    const html =
      '<html><head><title>Mưa lớn</title></head><body><article><h1>Mưa lớn</h1><p>Mưa lớn kéo dài ba ngày khiến nhiều tuyến đường bị ngập sâu và giao thông gián đoạn.</p></article></body></html>';
    const url = 'https://bao.example/mua';
    const one = await lamro(['extract', '--url', url], html);
    const line = await lamro(['extract', '--ndjson'], ndjson({ id: url, url, html }));
    expect(one.lines).toEqual(line.lines);
    expect(one.lines[0]).toMatchObject({ title: 'Mưa lớn', language: 'vi' });
  });

  it('judges a stream with its records and routes what concerns the province', async () => {
    const { code, lines } = await lamro(
      ['judge', '--profile', 'hai-phong'],
      ndjson({
        id: 'a',
        title: 'Hải Phòng mở rộng cảng Lạch Huyện',
        text: 'Thành phố Hải Phòng mở rộng cảng Lạch Huyện.',
        publishedAt: '2026-11-20T08:00:00+07:00',
        outletCountry: 'VN',
      }),
    );
    expect(code).toBe(0);
    expect(lines[0]).toMatchObject({
      id: 'a',
      origin: 'domestic',
      relevance: { relevant: true },
      flag: { raised: false },
    });
    expect(lines[0]).toHaveProperty('route.channels');
  });

  it('verifies a claim against a passage', async () => {
    const { lines } = await lamro(
      ['verify'],
      ndjson({
        id: 'a',
        claim: 'Cảng đón 12 triệu tấn hàng trong năm 2025.',
        passage: 'Năm 2025, cảng đón 15 triệu tấn hàng.',
      }),
    );
    expect(lines[0]).toMatchObject({ id: 'a', label: 'refuted', evidence: { why: expect.any(String) } });
  });

  it('shows a profile with deadlines and reports, and checks a file', async () => {
    const { lines } = await lamro(['profile', 'show', 'cao-bang']);
    const shown = z
      .object({ deadlines: z.array(z.unknown()), reports: z.array(z.object({ day: z.number().nullable() })) })
      .parse(lines[0]);
    expect(shown.deadlines.length).toBeGreaterThan(0);
    const checked = await lamro(['profile', 'check', 'packages/profiles/data/cao-bang.yaml']);
    expect([checked.code, checked.err]).toEqual([0, expect.stringMatching(/không có lỗi/)]);
  });
});
