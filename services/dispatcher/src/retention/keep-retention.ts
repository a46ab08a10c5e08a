import { dropExpiredPartitions, keepPartitionsAhead, type Pool, pruneRows, ROW_KINDS } from '@lamro/database';
import type { Logger } from '@lamro/runtime';

/** Makes the coming months' partitions, then lets go what each kind's policy no longer keeps. Safe to run on several machines. */
export async function keepRetention(pool: Pool, logger: Logger, now: Date): Promise<void> {
  const made = await keepPartitionsAhead(pool, now);
  const dropped = await dropExpiredPartitions(pool, now);
  const removed: Record<string, number> = {};
  for (const kind of ROW_KINDS) {
    const rows = await pruneRows(pool, kind, now);
    if (rows > 0) removed[kind] = rows;
  }
  if (made.length + dropped.length + Object.keys(removed).length > 0)
    logger.info({ made, dropped, removed }, 'retention kept');
}
