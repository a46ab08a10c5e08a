import type { Pool } from '@lamro/database';
import { Redis } from 'ioredis';
import type { Queueing } from './queueing.ts';

/** A job as somebody writes it who owns the queue's server and none of our code. */
export interface RawJob {
  readonly id: string;
  readonly name: string;
  /** JSON, or on Redis anything. */
  readonly data: string;
  /** JSON. */
  readonly opts?: string;
  /** Puts it among the failed, with this reason; else it waits. */
  readonly failedReason?: string;
}

/** Writes jobs past every check of ours. @returns those that the server took: PostgreSQL refuses what is no JSON */
export async function plantJobs(
  { choice }: Queueing,
  pool: Pool,
  queue: string,
  jobs: readonly RawJob[],
): Promise<readonly RawJob[]> {
  if (choice.kind === 'postgres') return plantInPostgres(pool, queue, jobs);
  const client = new Redis(choice.url);
  for (const { id, name, data, opts = '{}', failedReason } of jobs) {
    const key = `bull:${queue}:${id}`;
    await client.hset(key, { name, data, opts, timestamp: `${Date.now()}`, delay: '0', priority: '0' });
    if (failedReason === undefined) await client.lpush(`bull:${queue}:wait`, id);
    else {
      await client.hset(key, { failedReason, stacktrace: JSON.stringify([failedReason]), finishedOn: `${Date.now()}` });
      await client.zadd(`bull:${queue}:failed`, Date.now(), id);
    }
  }
  await client.zadd(`bull:${queue}:marker`, 0, '0');
  await client.quit();
  return jobs;
}

async function plantInPostgres(pool: Pool, queue: string, jobs: readonly RawJob[]): Promise<readonly RawJob[]> {
  const taken: RawJob[] = [];
  for (const job of jobs) {
    const { id, name, data, opts = '{}', failedReason = null } = job;
    const planted = pool.query(
      `insert into bullmq.job (queue, id, seq, name, state, data, opts, added_at_ms, failed_reason, stacktrace, finished_at_ms)
       select $1, $2, coalesce(max(seq), 0) + 1, $3, (case when $6::text is null then 'waiting' else 'failed' end)::bullmq.job_state,
         $4::jsonb, $5::jsonb, $7, $6, case when $6::text is null then null else jsonb_build_array($6::text) end,
         case when $6::text is null then null else $7::bigint end
       from bullmq.job`,
      [queue, id, name, data, opts, failedReason, Date.now()],
    );
    if (
      await planted.then(
        () => true,
        () => false,
      )
    )
      taken.push(job);
  }
  await pool.query(`select pg_notify('bullmq_jobs', $1)`, [queue]);
  return taken;
}

/** How many jobs of a queue still wait or are under way. */
export async function countUnfinished({ choice }: Queueing, pool: Pool, queue: string): Promise<number> {
  if (choice.kind === 'postgres') {
    const { rows } = await pool.query<{ n: number }>(
      "select count(*)::int as n from bullmq.job where queue = $1 and state in ('waiting', 'active')",
      [queue],
    );
    return rows[0]?.n ?? 0;
  }
  const client = new Redis(choice.url);
  const counts = await Promise.all(['wait', 'active'].map((list) => client.llen(`bull:${queue}:${list}`)));
  await client.quit();
  return counts.reduce((sum, n) => sum + n, 0);
}
