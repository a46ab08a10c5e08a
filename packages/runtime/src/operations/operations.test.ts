import { describe, expect, it } from 'vitest';
import { createHealth } from '../health/health.ts';
import { createMetrics } from '../metrics/metrics.ts';
import { createShutdown } from '../shutdown/shutdown.ts';
import { serveOperations } from './operations.ts';

async function open() {
  const shutdown = createShutdown(2_000);
  const health = createHealth();
  const metrics = createMetrics();
  const port = await serveOperations({ host: '127.0.0.1', port: 0, health, metrics }, shutdown);
  const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
  return { shutdown, health, metrics, get };
}

describe('serveOperations', () => {
  it('is alive until something ended that only a restart mends', async () => {
    const { shutdown, health, get } = await open();
    expect((await get('/healthz')).status).toBe(200);
    health.die('bộ xử lý judge-version đã dừng');
    const answer = await get('/healthz');
    expect([answer.status, await answer.text()]).toEqual([503, 'bộ xử lý judge-version đã dừng']);
    expect((await get('/readyz')).status).toBe(503);
    await shutdown.run();
  });

  it('is ready only while every part is, and names the one that is not', async () => {
    const { shutdown, health, get } = await open();
    let there = true;
    health.add('database', () => ({ ok: there, detail: there ? 'trả lời' : 'mất kết nối' }));
    expect((await get('/readyz')).status).toBe(200);
    there = false;
    const answer = await get('/readyz');
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ parts: { database: { ok: false, detail: 'mất kết nối' } } });
    expect((await get('/healthz')).status).toBe(200);
    await shutdown.run();
  });

  it('measures at each scrape, and a measure that fails leaves the others and is counted', async () => {
    const { shutdown, metrics, get } = await open();
    const depth = metrics.gauge('queue_jobs', 'Jobs');
    let jobs = 3;
    metrics.onScrape('queue', async () => depth.set(jobs));
    metrics.onScrape('broken', async () => {
      throw new Error('mất kết nối');
    });
    expect(await (await get('/metrics')).text()).toMatch(/^lamro_queue_jobs 3$/m);
    jobs = 4;
    const text = await (await get('/metrics')).text();
    expect(text).toMatch(/^lamro_queue_jobs 4$/m);
    expect(text).toMatch(/^lamro_measure_failures_total\{measure="broken"\} 2$/m);
    expect((await get('/anything')).status).toBe(404);
    await shutdown.run();
  });
});
