import type { Pool } from '@lamro/database';
import { Redis } from 'ioredis';
import type { Queueing } from './queueing.ts';

/** Hears everything that is written into a queue. */
export interface Tap {
  /** One text for each command that Redis was given, or each row that PostgreSQL wrote. */
  heard(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Taps the line itself and not our side of it: what a library adds of its own is heard too. */
export function tapQueue({ choice }: Queueing, pool: Pool): Promise<Tap> {
  return choice.kind === 'redis' ? tapRedis(choice.url) : tapPostgres(pool);
}

async function tapRedis(url: string): Promise<Tap> {
  const client = new Redis(url);
  const monitor = await client.monitor();
  const commands: string[] = [];
  monitor.on('monitor', (_time: string, words: readonly string[]) => commands.push(words.join(' ')));
  return {
    heard: async () => commands,
    close: async () => {
      monitor.disconnect();
      await client.quit();
    },
  };
}

/** Triggers that copy each row of the queue's tables, and an ear for its notifications. */
async function tapPostgres(pool: Pool): Promise<Tap> {
  await pool.query(`create table tapped (id bigserial primary key, text text not null)`);
  await pool.query(
    `create function tap_row() returns trigger language plpgsql as $$
     begin insert into public.tapped (text) values (tg_table_name || ' ' || to_jsonb(new)::text); return null; end $$`,
  );
  const { rows: tables } = await pool.query<{ name: string }>(
    "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'bullmq'",
  );
  for (const { name } of tables)
    await pool.query(`create trigger tap after insert or update on ${name} for each row execute function tap_row()`);
  const ear = await pool.connect();
  const notified: string[] = [];
  ear.on('notification', ({ channel, payload }) => notified.push(`${channel} ${payload}`));
  for (const channel of ['bullmq_jobs', 'bullmq_events', 'bullmq_relay']) await ear.query(`listen ${channel}`);
  return {
    heard: async () => {
      const { rows } = await pool.query<{ text: string }>('select text from tapped order by id');
      return [...rows.map(({ text }) => text), ...notified];
    },
    close: async () => {
      await ear.query('unlisten *');
      ear.release(true);
    },
  };
}
