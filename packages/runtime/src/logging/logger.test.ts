import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createLogger } from './logger.ts';

const lineSchema = z.looseObject({ err: z.looseObject({ message: z.string() }) });

function lineOf(err: unknown): { text: string; err: Record<string, unknown> } {
  const lines: string[] = [];
  createLogger('thử', 'info', { write: (line) => lines.push(line) }).error({ err }, 'hỏng');
  const text = lines.join('');
  return { text, err: lineSchema.parse(JSON.parse(text)).err };
}

describe('an error in the log', () => {
  it('says what and where, and nothing of what it worked on', () => {
    const cause = Object.assign(new Error('bên trong'), { input: 'redis://:mat-khau@127.0.0.1' });
    const error = Object.assign(new Error('WRONGPASS', { cause }), {
      code: 'ECONNREFUSED',
      port: 6379,
      command: { name: 'hello', args: ['3', 'AUTH', 'default', 'mat-khau'] },
      detail: 'Key (email)=(mat-khau) already exists.',
    });
    const { text, err } = lineOf(error);
    expect(text).not.toContain('mat-khau');
    expect(err).toMatchObject({ type: 'Error', message: 'WRONGPASS: bên trong', code: 'ECONNREFUSED', port: 6379 });
    expect(err['stack']).toContain('logger.test.ts');
    expect(err['stack']).toContain('bên trong');
  });

  it('names each of several, and none at length', () => {
    const one = Object.assign(new Error('một'), { args: ['mat-khau'] });
    const { text, err } = lineOf(new AggregateError([one, new TypeError('x'.repeat(1_000_000))], 'cả hai'));
    expect(err).toMatchObject({ message: 'cả hai', errors: [{ message: 'một' }, { type: 'TypeError' }] });
    expect(text).not.toContain('mat-khau');
    expect(text.length).toBeLessThan(60_000);
  });

  it('may be no error at all', () => {
    const lines: string[] = [];
    createLogger('thử', 'info', { write: (line) => lines.push(line) }).error({ err: 'chuỗi' }, 'hỏng');
    expect(lines.join('')).toContain('"err":"chuỗi"');
  });
});
