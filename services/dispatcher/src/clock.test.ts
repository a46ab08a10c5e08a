import { setTimeout as sleep } from 'node:timers/promises';
import { createLogger, createShutdown } from '@lamro/runtime';
import { describe, expect, it } from 'vitest';
import { startTasks } from './clock.ts';

describe('startTasks', () => {
  it('goes on after a failure, never overlaps itself, and ends with the shutdown', async () => {
    let runs = 0;
    let running = 0;
    let most = 0;
    const shutdown = createShutdown(2_000);
    const run = async () => {
      most = Math.max(most, ++running);
      await sleep(5);
      running--;
      if (++runs === 1) throw new Error('lần đầu hỏng');
    };
    startTasks([{ name: 'test', everyMs: 1, run }], createLogger('test', 'silent'), shutdown);
    while (runs < 5) await sleep(5);
    const report = await shutdown.run();
    const atEnd = runs;
    await sleep(30);
    expect(report.failed).toEqual([]);
    expect(most).toBe(1);
    expect(runs).toBe(atEnd);
  });
});
