import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createIdentity } from '@lamro/access';
import { type Newsroom, startNewsroom } from '@lamro/newsroom';
import {
  freePort,
  openTestDatabase,
  REDIS_PROGRAM,
  startTestRedis,
  type TestDatabase,
  type TestRedis,
} from '@lamro/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { registerSample } from '../../infra/local/sample.ts';
import { type ServiceProcess, startProcess } from './process.ts';
import { startTraceReceiver, type TraceReceiver } from './trace-receiver.ts';

const PROFILE = 'thai-binh';
const ROOT = join(import.meta.dirname, '../..');
const main = (service: string) => join(ROOT, 'services', service, 'src/main.ts');
const account = { email: 'quan-tri@thu-nghiem.example', password: randomBytes(12).toString('hex') };

for (const backend of ['redis', 'postgres'] as const)
  describe.skipIf(backend === 'redis' && REDIS_PROGRAM === undefined)(
    `eight processes on one ledger, queue on ${backend}`,
    () => {
      const home = mkdtempSync(join(tmpdir(), 'lamro-scale-'));
      const processes: ServiceProcess[] = [];
      let database: TestDatabase;
      let newsroom: Newsroom;
      let traces: TraceReceiver;
      let redis: TestRedis | null = null;
      let nodes: string[] = [];
      let environment: Record<string, string> = {};

      const start = (name: string, script: string, args: readonly string[] = [], more: Record<string, string> = {}) => {
        const process = startProcess(name, script, args, { ...environment, ...more });
        processes.push(process);
        return process;
      };
      const named = (name: string) => processes.filter((process) => process.name === name);
      const count = async (statement: string) => {
        const { rows } = await database.pool.query<{ n: number }>(`select count(*)::int as n from ${statement}`);
        return rows[0]?.n ?? 0;
      };

      beforeAll(async () => {
        [database, newsroom, traces] = await Promise.all([
          openTestDatabase(),
          startNewsroom({ now: new Date() }),
          startTraceReceiver(),
        ]);
        redis = backend === 'redis' ? await startTestRedis() : null;
        const ports = [await freePort(), await freePort()];
        nodes = ports.map((port) => `http://127.0.0.1:${port}`);
        environment = {
          DATABASE_URL: database.url,
          ...(redis === null ? {} : { REDIS_URL: redis.url }),
          LAMRO_HOME: home,
          LAMRO_PROFILE: PROFILE,
          AUTH_SECRET: randomBytes(32).toString('hex'),
          BASE_URL: nodes[0] ?? '',
          OTEL_EXPORTER_OTLP_ENDPOINT: traces.url,
        };
        const apis = ports.map((port) => start('api', main('api'), [], { PORT: `${port}` }));
        await Promise.all(apis.map((api) => api.said('started')));
        const identity = createIdentity({
          connectionString: database.url,
          secret: environment['AUTH_SECRET'] ?? '',
          baseUrl: nodes[0] ?? '',
        });
        const person = { name: 'Quản trị', role: 'administrator', agency: null, profile: PROFILE } as const;
        await identity.createAccount({ ...account, ...person });
        await identity.close();
        // What the profile names stands on the real network; here the sample press takes its place.
        await database.pool.query('update sources set enabled = false');
        await registerSample(database.pool, PROFILE, newsroom);
      });

      afterAll(async () => {
        await Promise.all(processes.map((process) => process.kill()));
        await Promise.all([redis?.close(), newsroom.close(), traces.close()]);
        await database.close();
        rmSync(home, { recursive: true, force: true });
      });

      it('an api node takes the form that another drew, and knows the session that another opened', async () => {
        const [first = '', second = ''] = nodes;
        const form = await fetch(`${first}/sign-in`);
        const token = /name="token" value="([^"]+)"/.exec(await form.text())?.[1] ?? '';
        const mark = cookiesOf(form);
        const body = new URLSearchParams({ token, email: account.email, password: account.password });
        const headers = { origin: first, cookie: mark };
        const signed = await fetch(`${second}/sign-in`, { method: 'POST', body, headers, redirect: 'manual' });
        expect(signed.status).toBe(303);
        const cookie = [mark, cookiesOf(signed)].join('; ');
        for (const node of nodes) {
          const page = await fetch(`${node}/`, { headers: { cookie }, redirect: 'manual' });
          expect(page.status).toBe(200);
        }
      });

      it('judges each version once although workers of every kind are killed on the way, and tells followers of either node', async () => {
        const key = await apiKey(database, environment);
        const followers = nodes.map((node) => follow(node, key));
        const origins = JSON.stringify(newsroom.outlets.map((outlet) => outlet.origin));
        const startWorkers = () => {
          start('crawler', join(import.meta.dirname, 'trial-crawler.ts'), [origins]);
          start('classifier', main('classifier'));
          start('dispatcher', main('dispatcher'), [], { PORT: '0' });
        };
        startWorkers();
        startWorkers();
        await until('the first judgements', async () => ((await count('judgements')) >= 10 ? DONE : 'fewer'));
        for (const name of ['crawler', 'classifier', 'dispatcher']) {
          const [one, other] = named(name);
          await (Math.random() < 0.5 ? one : other)?.kill();
        }
        await until('every source to be checked', () =>
          count('sources where enabled and last_checked_at is null').then(String),
        );
        await until('every article to be read or put off', () =>
          count("articles where state = 'discovered' and attempts = 0").then(String),
        );
        await until('every version to be judged', () =>
          count('article_versions where judged_at is null and quarantined_at is null').then(String),
        );
        expect(await count('judgements')).toBe(await count('article_versions'));
        const told = named('classifier').flatMap(({ lines }) =>
          lines.filter((line) => ['relevant', 'irrelevant', 'flagged'].includes(String(line['fate']))),
        );
        expect(new Set(told.map((line) => line['versionId'])).size).toBe(told.length);
        expect(told.length).toBeGreaterThan(20);
        expect(await count('flags')).toBeGreaterThan(0);
        await until('followers to hear', async () =>
          followers.every((follower) => follower.kinds().has('flag.raised')) ? DONE : 'not yet',
        );
        for (const follower of followers) await follower.end();
      }, 600_000);

      it('one trace leads from the crawler that found an article to the classifier that judged it', async () => {
        const whole = () => [...traces.services.values()].filter((names) => names.has('lamro-crawler'));
        await until('a whole trace', async () =>
          whole().some((names) => names.has('lamro-classifier')) ? DONE : 'none',
        );
      });

      it('says of itself what is true: who is ready, and who is not once a part is gone', async () => {
        const addresses = await Promise.all(alive(processes).map((process) => process.operations()));
        for (const address of addresses) {
          const report = await (await fetch(`${address}/readyz`)).json();
          expect(report).toMatchObject({ ok: true, parts: { database: { ok: true }, schema: { ok: true } } });
        }
        const metrics = await Promise.all(addresses.map(async (at) => (await fetch(`${at}/metrics`)).text()));
        expect(metrics.join('\n')).toMatch(/^lamro_sources\{profile="thai-binh",state="well"\} [1-9]/m);
        await database.pool.query(
          "update migrations set name = 'x-' || name where id = (select max(id) from migrations)",
        );
        for (const address of addresses) expect(await failing(address)).toEqual(['schema']);
        await database.pool.query("update migrations set name = substr(name, 3) where name like 'x-%'");
        if (redis === null) return;
        await redis.close();
        for (const process of alive(processes)) {
          const address = await process.operations();
          expect(await failing(address)).toContain('queue');
          expect((await fetch(`${address}/healthz`)).status).toBe(200);
          expect((await fetch(`${address}/metrics`)).status).toBe(200);
        }
      });

      it('ends in order when asked', async () => {
        const rest = alive(processes);
        const codes = await Promise.all(rest.map((process) => process.stop()));
        // A worker whose queue is gone cannot say goodbye to it and tells so by its code.
        if (backend === 'postgres') expect(codes).toEqual(rest.map(() => 0));
        expect(codes).not.toContain(null);
      });
    },
  );

function alive(processes: readonly ServiceProcess[]): readonly ServiceProcess[] {
  return processes.filter((process) => process.isRunning());
}

/** Parts that are not well, by `/readyz`. */
async function failing(address: string): Promise<string[]> {
  const response = await fetch(`${address}/readyz`);
  expect(response.status).toBe(503);
  const { parts } = readinessSchema.parse(await response.json());
  return Object.entries(parts).flatMap(([name, { ok }]) => (ok ? [] : [name]));
}

const readinessSchema = z.object({ parts: z.record(z.string(), z.object({ ok: z.boolean() })) });

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

async function apiKey(database: TestDatabase, environment: Readonly<Record<string, string>>): Promise<string> {
  const identity = createIdentity({
    connectionString: database.url,
    secret: environment['AUTH_SECRET'] ?? '',
    baseUrl: environment['BASE_URL'] ?? '',
  });
  const id = await identity.createAccount({
    email: 'chuyen-vien@thu-nghiem.example',
    password: randomBytes(12).toString('hex'),
    name: 'Chuyên viên',
    role: 'analyst',
    agency: null,
    profile: PROFILE,
  });
  const { key } = await identity.createApiKey(id, 'theo dõi', 1);
  await identity.close();
  return key;
}

/** Follows a node's events until told to end. */
function follow(node: string, key: string): { kinds(): ReadonlySet<string>; end(): Promise<void> } {
  const kinds = new Set<string>();
  const ending = new AbortController();
  const read = async (): Promise<void> => {
    const response = await fetch(`${node}/api/v1/events`, {
      headers: { authorization: `Bearer ${key}` },
      signal: ending.signal,
    });
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? [])
      for (const [, kind] of decoder.decode(chunk, { stream: true }).matchAll(/^event: (.+)$/gm)) kinds.add(kind ?? '');
  };
  let broken: unknown;
  const reading = read().catch((error: unknown) => {
    if (!ending.signal.aborted) broken = error;
  });
  return {
    kinds: () => kinds,
    end: async () => {
      ending.abort();
      await reading;
      expect(broken).toBeUndefined();
    },
  };
}

const DONE = '0';

/** Asks until nothing is left. @throws with what was left last */
async function until(what: string, left: () => Promise<string>): Promise<void> {
  let last = '';
  for (let tries = 0; tries < 1_000; tries++) {
    last = await left();
    if (last === DONE) return;
    await sleep(150);
  }
  throw new Error(`not in time: ${what} (left: ${last})`);
}
