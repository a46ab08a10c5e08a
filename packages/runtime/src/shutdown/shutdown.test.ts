import { describe, expect, it } from 'vitest';
import { createShutdown } from './shutdown.ts';

describe('shutdown', () => {
  it('runs phases in order, each once, whatever the order of registration', async () => {
    const ran: string[] = [];
    const shutdown = createShutdown(1_000);
    for (const phase of ['storage', 'work', 'intake', 'connections'] as const)
      shutdown.on(phase, phase, () => void ran.push(phase));
    await Promise.all([shutdown.run(), shutdown.run()]);
    expect(ran).toEqual(['intake', 'work', 'connections', 'storage']);
  });

  it('goes on past a task that hangs or fails and names it', async () => {
    let stored = false;
    const shutdown = createShutdown(400);
    shutdown.on('work', 'hanging', () => new Promise(() => undefined));
    shutdown.on('work', 'failing', () => Promise.reject(new Error('đứt')));
    shutdown.on('storage', 'database', () => {
      stored = true;
    });
    const report = await shutdown.run();
    expect(stored).toBe(true);
    expect(report.failed.map((task) => task.name).sort()).toEqual(['failing', 'hanging']);
  });
});
