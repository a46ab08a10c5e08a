import { measureBacklog, measureDeadlines, measureFlags, measureSources, type Pool } from '@lamro/database';
import type { Metrics } from '@lamro/runtime';

/**
 * Gauges of what the ledger says: work that is due, health of sources, clocks, flags that wait for a person. Every
 * dispatcher reads the same rows, so that a dashboard takes the greatest and never the sum. Counts by province, never by
 * person or author.
 */
export function measureLedger(pool: Pool, metrics: Metrics): void {
  const items = metrics.gauge('backlog_items', 'Rows that are due and unfinished, by stage', ['stage']);
  const oldest = metrics.gauge('backlog_oldest_seconds', 'How long the oldest due row has been due', ['stage']);
  const sources = metrics.gauge('sources', 'Sources by state', ['profile', 'state']);
  const deadlines = metrics.gauge('deadlines', 'Clocks that run, by state', ['profile', 'state']);
  const flags = metrics.gauge('flags_waiting', 'Flags that wait for a person', ['profile', 'state']);
  metrics.onScrape('ledger', async () => {
    const [backlog, ofSources, ofDeadlines, ofFlags] = await Promise.all([
      measureBacklog(pool),
      measureSources(pool),
      measureDeadlines(pool),
      measureFlags(pool),
    ]);
    for (const row of backlog) {
      items.set({ stage: row.stage }, row.items);
      oldest.set({ stage: row.stage }, row.oldestSeconds);
    }
    // A state that nothing is in any more would else keep its last number.
    for (const gauge of [sources, deadlines, flags]) gauge.reset();
    for (const { profile, state, sources: count } of ofSources) sources.set({ profile, state }, count);
    for (const { profile, state, deadlines: count } of ofDeadlines) deadlines.set({ profile, state }, count);
    for (const { profile, state, flags: count } of ofFlags) flags.set({ profile, state }, count);
  });
}
