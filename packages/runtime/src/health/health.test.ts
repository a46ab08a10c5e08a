import { describe, expect, it } from 'vitest';
import { createHealth } from './health.ts';

describe('health', () => {
  it('is well only when every part is, and carries what a failing part said', async () => {
    const health = createHealth();
    health.add('database', () => ({ ok: true, detail: 'sẵn sàng' }));
    expect((await health.report()).ok).toBe(true);
    health.add('queue', () => Promise.reject(new Error('mất kết nối')));
    const report = await health.report();
    expect(report.ok).toBe(false);
    expect(report.parts['queue']).toEqual({ ok: false, detail: 'mất kết nối' });
  });

  it('refuses two parts of one name', () => {
    const health = createHealth();
    health.add('database', () => ({ ok: true, detail: '' }));
    expect(() => health.add('database', () => ({ ok: true, detail: '' }))).toThrow(/twice/);
  });
});
