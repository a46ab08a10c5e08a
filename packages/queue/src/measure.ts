import type { Metrics } from '@lamro/runtime';
import type { QueueDepth } from './queue.ts';

/** Gauges of how many jobs stand in each queue and how long the oldest has waited. */
export function measureQueues(metrics: Metrics, depths: () => Promise<readonly QueueDepth[]>): void {
  const jobs = metrics.gauge('queue_jobs', 'Jobs in a queue, by state', ['queue', 'state']);
  const oldest = metrics.gauge('queue_oldest_seconds', 'Age of the oldest job that waits in a queue', ['queue']);
  metrics.onScrape('queues', async () => {
    for (const { name: queue, oldestSeconds, ...states } of await depths()) {
      oldest.set({ queue }, oldestSeconds);
      for (const state of ['waiting', 'active', 'delayed'] as const) jobs.set({ queue, state }, states[state]);
    }
  });
}
