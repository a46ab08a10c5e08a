import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createIdentity } from '@lamro/access';
import { freePort } from '@lamro/testkit';
import { load } from 'cheerio';
import type { Figure } from '../figure.ts';
import { residentOf } from '../resident.ts';
import { measureEvents } from './events.ts';
import { type FilledLedger, PROFILE } from './open.ts';
import { quantile } from './quantile.ts';
import { randomOf } from './texts.ts';

const PEOPLE = 50;
const THINKING_MS = 5_000;
const WARM_UP_MS = 15_000;
const MEASURED_MS = 60_000;
const API = join(import.meta.dirname, '../../../services/api/src/main.ts');

/** What people open in a day's work; the stream and search most. */
const PATHS = [
  '/',
  '/stream',
  '/stream',
  '/stream?origin=foreign',
  '/stream?q=c%E1%BA%A3ng',
  '/stream?q=moi+truong',
  '/stream?language=lo',
  '/stream?flag=open',
  '/flags',
  '/flags',
  '/cases',
  '/agency',
  '/records',
  '/sources',
  '/reports',
  '/briefings',
  '/fairness',
];

/** Fifty people with five seconds of thinking time before an api process of its own, all on this machine. */
export async function measurePeople(filled: FilledLedger): Promise<readonly Figure[]> {
  const home = mkdtempSync(join(tmpdir(), 'lamro-people-'));
  const port = await freePort();
  const secret = randomBytes(32).toString('hex');
  const address = `http://127.0.0.1:${port}`;
  const api = spawn(process.execPath, [API], {
    env: {
      DATABASE_URL: filled.url,
      AUTH_SECRET: secret,
      PORT: `${port}`,
      BASE_URL: address,
      LAMRO_HOME: home,
      LAMRO_PROFILE: PROFILE,
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  try {
    await ready(address);
    const cookies = await enroll(filled.url, secret, address);
    const pages = await measure(address, cookies, api);
    return [...pages, ...(await measureEvents(address, cookies, filled.pool))];
  } finally {
    api.kill('SIGTERM');
    await new Promise((resolve) => (api.exitCode === null ? api.once('exit', resolve) : resolve(null)));
    rmSync(home, { recursive: true, force: true });
  }
}

async function measure(address: string, cookies: readonly string[], api: ChildProcess): Promise<readonly Figure[]> {
  const times = new Map<string, number[]>();
  const ids = await articlesOf(address, cookies[0] ?? '');
  const paths = [...PATHS, ...ids.slice(0, 4)];
  const refused = new Map<string, number>();
  const started = performance.now();
  const random = randomOf(3);
  const person = async (cookie: string) => {
    await sleep(random() * THINKING_MS);
    while (performance.now() - started < WARM_UP_MS + MEASURED_MS) {
      const path = paths[Math.floor(random() * paths.length)] ?? '/';
      const asked = performance.now();
      const response = await fetch(`${address}${path}`, { headers: { cookie }, redirect: 'manual' });
      await response.arrayBuffer();
      const took = performance.now() - asked;
      if (response.status !== 200) refused.set(path, response.status);
      if (asked - started > WARM_UP_MS) times.set(path, [...(times.get(path) ?? []), took]);
      await sleep(THINKING_MS * (0.5 + random()));
    }
  };
  await Promise.all(cookies.map(person));
  if (refused.size > 0) throw new Error(`pages that did not answer 200: ${JSON.stringify([...refused])}`);
  const all = [...times.values()].flat();
  const slowest = [...times]
    .map(([path, of]) => ({ path, median: quantile(of, 0.5) }))
    .sort((a, b) => b.median - a.median);
  const note = `${all.length} pages in ${MEASURED_MS / 1_000} s, ${PEOPLE} people, ${THINKING_MS / 1_000} s of thinking time`;
  return [
    { name: 'ledger.page.median', value: quantile(all, 0.5), unit: 'ms', note },
    {
      name: 'ledger.page.p95',
      value: quantile(all, 0.95),
      unit: 'ms',
      note: `slowest by their medians: ${slowest
        .slice(0, 4)
        .map((one) => `${one.path} ${one.median.toFixed(0)} ms`)
        .join('; ')}`,
    },
    {
      name: 'ledger.api.memory',
      value: residentOf(api.pid ?? 0),
      unit: 'MiB',
      note: 'resident memory of the api process afterwards',
    },
  ];
}

async function articlesOf(address: string, cookie: string): Promise<readonly string[]> {
  const page = await fetch(`${address}/stream`, { headers: { cookie } });
  const $ = load(await page.text());
  return $('a[href^="/articles/"]')
    .map((_, link) => $(link).attr('href') ?? '')
    .get();
}

/** Accounts are made and their sessions opened as the sign-in page does it. */
async function enroll(databaseUrl: string, secret: string, address: string): Promise<readonly string[]> {
  const identity = createIdentity({ connectionString: databaseUrl, secret, baseUrl: address });
  const run = randomBytes(4).toString('hex');
  const cookies: string[] = [];
  try {
    for (let n = 0; n < PEOPLE; n++) {
      const email = `nguoi-${run}-${n}@tai.example`;
      const password = randomBytes(12).toString('hex');
      await identity.createAccount({
        email,
        name: `Người ${n}`,
        role: 'analyst',
        agency: null,
        profile: PROFILE,
        password,
      });
      cookies.push(await signIn(address, email, password));
    }
  } finally {
    await identity.close();
  }
  return cookies;
}

async function signIn(address: string, email: string, password: string): Promise<string> {
  const page = await fetch(`${address}/sign-in`);
  const first = cookieOf(page);
  const $ = load(await page.text());
  const form = new URLSearchParams({ email, password });
  $('form[action="/sign-in"] input[type="hidden"]').each((_, field) => {
    form.set($(field).attr('name') ?? '', $(field).attr('value') ?? '');
  });
  const answer = await fetch(`${address}/sign-in`, {
    method: 'POST',
    body: form,
    headers: { cookie: first, origin: address },
    redirect: 'manual',
  });
  const session = cookieOf(answer);
  if (session === '') throw new Error(`nobody was signed in: ${answer.status} ${(await answer.text()).slice(0, 300)}`);
  return [first, session].filter(Boolean).join('; ');
}

function cookieOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

async function ready(address: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const answer = await fetch(`${address}/readyz`).catch(() => null);
    if (answer?.ok === true) return;
    await sleep(100);
  }
  throw new Error('the api did not become ready in half a minute');
}
