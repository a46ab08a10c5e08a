import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createPool, migrate, type Pool, startCluster } from '@lamro/database';
import { startNewsroom } from '@lamro/newsroom';
import { freePort, REDIS_PROGRAM, startTestRedis } from '@lamro/testkit';
import { registerSample } from '../../infra/local/sample.ts';
import { storeProfiles } from '../../services/api/src/site/store-profiles.ts';
import { startProcess } from '../scale/process.ts';
import type { Bench, Figure } from './figure.ts';
import { residentOf } from './resident.ts';

const PROFILE = 'hai-phong';
const ROOT = join(import.meta.dirname, '../..');
const main = (service: string) => join(ROOT, 'services', service, 'src/main.ts');
const TRIAL_CRAWLER = join(ROOT, 'test/scale/trial-crawler.ts');

/** One process of each service on the sample press of one province: what each holds once everything was read and judged. */
export const processes: Bench = {
  name: 'processes',
  run: async () => [...(await measure('postgres')), ...(REDIS_PROGRAM !== undefined ? await measure('redis') : [])],
};

async function measure(backend: 'postgres' | 'redis'): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lamro-processes-'));
  const cluster = await startCluster({ dataDir: join(folder, 'postgres'), password: randomBytes(12).toString('hex') });
  const redis = backend === 'redis' ? await startTestRedis() : null;
  const newsroom = await startNewsroom({ now: new Date() });
  try {
    await cluster.ensureDatabase('lamro');
    const url = cluster.url('lamro');
    await migrate(url);
    const pool = createPool({ connectionString: url, applicationName: 'bench', max: 4 });
    await storeProfiles(pool);
    await registerSample(pool, PROFILE, newsroom);
    const origins = newsroom.outlets.map((outlet) => outlet.origin);
    const figures = await run(pool, backend, origins, {
      DATABASE_URL: url,
      ...(redis === null ? {} : { REDIS_URL: redis.url }),
      LAMRO_HOME: join(folder, 'home'),
      LAMRO_PROFILE: PROFILE,
      AUTH_SECRET: randomBytes(32).toString('hex'),
      PORT: `${await freePort()}`,
    });
    await pool.end();
    return figures;
  } finally {
    await newsroom.close();
    await redis?.close();
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function run(
  pool: Pool,
  backend: string,
  origins: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Figure[]> {
  const api = startProcess('api', main('api'), [], environment);
  await api.said('started');
  // What the profile names stands on the real network; here the sample press takes its place.
  await pool.query("update sources set enabled = false where url not like 'http://127.%'");
  const started = performance.now();
  const running = [
    api,
    startProcess('crawler', TRIAL_CRAWLER, [JSON.stringify(origins)], environment),
    startProcess('classifier', main('classifier'), [], environment),
    startProcess('dispatcher', main('dispatcher'), [], { ...environment, PORT: '0' }),
  ];
  try {
    const judged = await allJudged(pool);
    const seconds = (performance.now() - started) / 1_000;
    return [
      ...running.map(({ name, pid }) => ({
        name: `processes.${backend}.${name}`,
        value: residentOf(pid),
        unit: 'MiB',
        note: `resident memory after ${judged} items in ${seconds.toFixed(0)} s, which are the outlets' own pace`,
      })),
    ];
  } finally {
    await Promise.all(running.map((process) => process.stop()));
  }
}

/** @returns how many versions were judged once every source of the sample was read and nothing is under way */
async function allJudged(pool: Pool): Promise<number> {
  for (let tries = 0; tries < 1_500; tries++) {
    const { rows } = await pool.query<{ open: number; judged: number }>(
      `select (select count(*) from sources where enabled and last_checked_at is null)::int
         + (select count(*) from articles where state = 'discovered' and attempts = 0)::int
         + (select count(*) from article_versions where judged_at is null and quarantined_at is null)::int as open,
         (select count(*) from judgements)::int as judged`,
    );
    const row = rows[0];
    if (row !== undefined && row.open === 0 && row.judged > 0) return row.judged;
    await sleep(200);
  }
  throw new Error('the processes did not finish in five minutes');
}
