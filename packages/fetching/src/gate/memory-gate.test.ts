import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { memoryHostGate } from './memory-gate.ts';

const never = new AbortController().signal;

describe('memoryHostGate', () => {
  it('lets one in at a time, in order of arrival', async () => {
    const gate = memoryHostGate();
    const log: string[] = [];
    const visit = async (name: string): Promise<void> => {
      const turn = await gate.enter('a.vn', 0, never);
      log.push(`${name} in`);
      await new Promise((resolve) => setImmediate(resolve));
      log.push(`${name} out`);
      await turn.leave();
    };
    await Promise.all(['1', '2', '3'].map(visit));
    expect(log).toEqual(['1 in', '1 out', '2 in', '2 out', '3 in', '3 out']);
  });

  it('keeps the delay between two starts and holds no other host', async () => {
    const gate = memoryHostGate();
    const startedAt = performance.now();
    await (await gate.enter('a.vn', 80, never)).leave();
    await (await gate.enter('b.vn', 80, never)).leave();
    const otherAt = performance.now();
    await (await gate.enter('a.vn', 80, never)).leave();
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(80);
    expect(otherAt - startedAt).toBeLessThan(80);
  });

  it('holds everybody off for the time that a host asks for', async () => {
    const gate = memoryHostGate();
    const startedAt = performance.now();
    await (await gate.enter('a.vn', 0, never)).leave(60);
    await (await gate.enter('a.vn', 0, never)).leave();
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(60);
  });

  it('passes the turn on when one who waits gives up, but not before the one inside has left', async () => {
    const gate = memoryHostGate();
    const inside = await gate.enter('a.vn', 0, never);
    const impatient = new AbortController();
    const gaveUp = gate.enter('a.vn', 0, impatient.signal);
    const third = gate.enter('a.vn', 0, never);
    impatient.abort(new Error('enough'));
    await expect(gaveUp).rejects.toThrow('enough');
    const early = await Promise.race([third, new Promise((resolve) => setImmediate(() => resolve('still waiting')))]);
    expect(early).toBe('still waiting');
    await inside.leave();
    await (await third).leave();
  });

  it('refuses one who has already given up', async () => {
    await expect(memoryHostGate().enter('a.vn', 0, AbortSignal.abort(new Error('late')))).rejects.toThrow('late');
  });

  it('takes a second leave of the same turn for nothing', async () => {
    const gate = memoryHostGate();
    const first = await gate.enter('a.vn', 0, never);
    await first.leave();
    const second = await gate.enter('a.vn', 0, never);
    await first.leave();
    const third = gate.enter('a.vn', 0, never);
    const early = await Promise.race([third, new Promise((resolve) => setImmediate(() => resolve('still waiting')))]);
    expect(early).toBe('still waiting');
    await second.leave();
    await (await third).leave();
  });

  it('goes by the delay of the one who comes, from the start of the one before', async () => {
    const gate = memoryHostGate();
    await (await gate.enter('a.vn', 60_000, never)).leave();
    const startedAt = performance.now();
    await (await gate.enter('a.vn', 0, never)).leave();
    expect(performance.now() - startedAt).toBeLessThan(30_000);
  });

  it('keeps the longer of two times to be left alone', async () => {
    const gate = memoryHostGate();
    const startedAt = performance.now();
    const first = await gate.enter('a.vn', 0, never);
    await first.leave(80);
    const stop = new AbortController();
    const waiting = gate.enter('a.vn', 0, stop.signal);
    stop.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow();
    await (await gate.enter('a.vn', 0, never)).leave();
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(79);
  });

  it('remembers a host that waits while it forgets thousands of idle ones', async () => {
    const gate = memoryHostGate();
    const startedAt = performance.now();
    await (await gate.enter('cham.vn', 0, never)).leave(400);
    const inside = await gate.enter('trong.vn', 0, never);
    for (let n = 0; n < 4200; n++) await (await gate.enter(`h${n}.vn`, 0, never)).leave();
    const second = gate.enter('trong.vn', 0, never);
    const early = await Promise.race([second, new Promise((resolve) => setImmediate(() => resolve('still waiting')))]);
    expect(early).toBe('still waiting');
    await inside.leave();
    await (await second).leave();
    await (await gate.enter('cham.vn', 0, never)).leave();
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(400);
  });

  it('keeps the delay of a host while it forgets thousands of idle ones', async () => {
    const gate = memoryHostGate();
    const startedAt = performance.now();
    await (await gate.enter('cham.vn', 1500, never)).leave();
    for (let n = 0; n < 4200; n++) await (await gate.enter(`h${n}.vn`, 0, never)).leave();
    await (await gate.enter('cham.vn', 1500, never)).leave();
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(1499);
  });

  it('holds nobody off at the word of one who has left', async () => {
    const gate = memoryHostGate();
    const first = await gate.enter('a.vn', 0, never);
    await first.leave();
    await first.leave(3_600_000);
    await (await gate.enter('a.vn', 0, never)).leave();
  });

  it('leaves nothing on a signal once the turn has come, or was given up', async () => {
    const gate = memoryHostGate();
    const stop = new AbortController();
    const inside = await gate.enter('a.vn', 0, stop.signal);
    expect(getEventListeners(stop.signal, 'abort')).toHaveLength(0);
    const waiting = gate.enter('a.vn', 0, stop.signal);
    stop.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
    expect(getEventListeners(stop.signal, 'abort')).toHaveLength(0);
    await inside.leave();
  });
});
