import { Readable, Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { run } from '../run.ts';

async function lamro(...args: string[]): Promise<{ code: number; output: string; errors: string }> {
  const written = { output: '', errors: '' };
  const into = (name: 'output' | 'errors') =>
    new Writable({
      write: (chunk: Buffer, _, done) => {
        written[name] += chunk.toString();
        done();
      },
    });
  const code = await run(args, { input: Readable.from([]), output: into('output'), errors: into('errors') });
  return { code, ...written };
}

describe('lamro collect', () => {
  // The test runner sets a BASE_URL of its own, which is no address of ours.
  beforeEach(() => void vi.stubEnv('BASE_URL', ''));
  afterEach(() => void vi.unstubAllEnvs());

  it('prints one line with the alarm and its remedy, and fails, where nothing may be read', async () => {
    const { code, output } = await lamro('collect', 'http://127.0.0.1:9/tin.rss');
    expect(code).toBe(1);
    expect(output.trim().split('\n')).toHaveLength(1);
    expect(JSON.parse(output)).toMatchObject({
      url: 'http://127.0.0.1:9/tin.rss',
      kind: null,
      itemCount: 0,
      alarm: {
        id: 'address-refused',
        name: 'Địa chỉ không được phép truy cập',
        remedy: expect.stringContaining('http'),
      },
    });
  });

  it('wants exactly one address', async () => {
    const { code, errors } = await lamro('collect');
    expect(code).toBe(2);
    expect(errors).toContain('lamro collect ĐỊA_CHỈ');
  });
});
