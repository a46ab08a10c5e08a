import { createPageReader } from '@lamro/api';
import { createHostGate } from '@lamro/database';
import { createFetcher } from '@lamro/fetching';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RawServer, reply, startRawServer } from '../../packages/fetching/test/raw-server.ts';
import { forbiddenUrls } from '../../packages/fetching/test/ssrf-cases.ts';
import { sample } from './extent.ts';
import { type Fortress, openFortress, PROFILE } from './fortress.ts';
import { tell } from './tell.ts';
import { startWorkers, until, type Workers } from './workers.ts';

let inside: RawServer;
let outside: RawServer;
let fortress: Fortress;
let workers: Workers;
let urls: readonly string[] = [];

/** Those that a Location header can carry. */
let redirects: readonly string[] = [];

beforeAll(async () => {
  inside = await startRawServer((socket) => reply(socket, '200 OK', [], 'bí mật bên trong'));
  outside = await startRawServer((socket, { path }) => {
    const target = redirects[Number(/^\/r\/(\d+)/.exec(path)?.[1] ?? -1)];
    return target === undefined ? reply(socket, '404 No', []) : reply(socket, '302 Found', [`location: ${target}`]);
  });
  const port = Number(new URL(inside.origin).port);
  // The ledger cannot hold the character nought: such an address is refused before it is one.
  urls = forbiddenUrls.map(({ url }) => url(port)).filter((url) => !url.includes('\u0000'));
  redirects = urls.filter((url) => !/[^\x21-\x7e]/.test(url) && /^[a-z]+:\/\/./i.test(url));
  // Not the origin that is allowed here: this test’s own stand-in for a foreign outlet.
  const loopbackOrigins = [outside.origin];
  fortress = await openFortress({ fetcher: { loopbackOrigins } });
  workers = await startWorkers({
    url: fortress.database.url,
    folder: fortress.folder,
    profile: PROFILE,
    queue: fortress.queueing.choice,
    fetcher: (pool) =>
      createFetcher({
        hostGate: createHostGate(pool),
        userAgent: 'LamRo/0.1',
        contact: 'quan-tri@localhost',
        loopbackOrigins,
        limits: { timeoutMs: 3_000, connectMs: 1_000, hostDelayMs: 0 },
        hostDelayMs: () => 0,
      }),
  });
});
afterAll(async () => {
  await workers.stop();
  await fortress.close();
  await inside.close();
  await outside.close();
});

/** Each notation as it stands, and behind a redirect of an outlet that is allowed. */
function ways(inCi: number): readonly string[] {
  const redirected = sample(redirects, inCi).map((url) => `${outside.origin}/r/${redirects.indexOf(url)}`);
  return [...sample(urls, inCi), ...redirected];
}

async function send(role: 'administrator' | 'officer', path: string, body: unknown): Promise<Response> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const answer = await fortress.call(role, path, init);
  expect(answer.status, `${path} ${JSON.stringify(body)}`).toBeLessThan(500);
  return answer;
}

const notReached = () => expect(inside.requests).toEqual([]);

describe('an address that leads inside is not called', () => {
  it('when a source is tried', async ({ task }) => {
    const tried = ways(200);
    for (const url of tried) {
      const answer = await send('administrator', '/source-trials', { url });
      expect([200, 400, 422], `${url} ${answer.status}`).toContain(answer.status);
      expect(await answer.text(), url).not.toContain('bí mật bên trong');
      notReached();
    }
    expect(tried.length).toBeGreaterThanOrEqual(80);
    tell(task, 'Gọi vào mạng trong (SSRF): thử nguồn', tried.length);
  });

  it('when a source is added and the crawler follows it', async ({ task }) => {
    const tried = ways(45);
    let added = 0;
    for (const [index, url] of tried.entries()) {
      const body = { outlet: `Báo số ${index}`, url, kind: index % 2 === 0 ? 'feed' : 'sitemap' };
      if ((await send('administrator', '/sources', body)).ok) added++;
    }
    await until('mọi nguồn đã được thử', async () => {
      const { rows } = await fortress.database.pool.query<{ left: string }>(
        `select count(*) as left from sources s where s.url = any($1)
         and not exists (select 1 from fetches f where f.source_id = s.id)`,
        [tried],
      );
      return Number(rows[0]?.left) === 0;
    });
    notReached();
    const { rows } = await fortress.database.pool.query<{ outcome: string }>(
      'select distinct f.outcome from fetches f join sources s on s.id = f.source_id where s.url = any($1)',
      [tried],
    );
    expect(rows.map(({ outcome }) => outcome)).not.toContain('fetched');
    expect(added).toBeGreaterThan(20);
    tell(task, 'Gọi vào mạng trong (SSRF): nguồn', tried.length);
  });

  it('when an agency reports an item by its address', async ({ task }) => {
    const tried = ways(45);
    const known: string[] = [];
    for (const url of tried) {
      const answer = await send('officer', '/intake', { url, reason: 'Nghi sai' });
      if (answer.ok) known.push(url);
    }
    await until('mọi tin được báo đã được thử', async () => {
      const { rows } = await fortress.database.pool.query<{ left: string }>(
        "select count(*) as left from articles where url = any($1) and state = 'discovered' and last_failure is null",
        [known],
      );
      return Number(rows[0]?.left) === 0;
    });
    notReached();
    expect(known.length).toBeGreaterThan(20);
    const { rows } = await fortress.database.pool.query('select 1 from article_versions');
    expect(rows).toEqual([]);
    tell(task, 'Gọi vào mạng trong (SSRF): tin báo', tried.length);
  });

  it('when a release on the portal is checked', async ({ task }) => {
    const read = createPageReader(fortress.fetcher);
    const tried = ways(200);
    for (const url of tried) {
      const page = await read(url);
      expect(page.ok, url).toBe(false);
      notReached();
    }
    tell(task, 'Gọi vào mạng trong (SSRF): cổng thông tin', tried.length);
  });

  it('when a notice is delivered to a webhook', async ({ task }) => {
    const tried = ways(40);
    let taken = 0;
    for (const url of tried) if ((await send('administrator', '/webhooks', { url, kinds: [] })).ok) taken++;
    await fortress.database.pool.query(
      `insert into notices (profile, recipient_id, kind, title, body, link, dedupe_key)
       values ($1, $2, 'flag-raised', 'Thử', 'Thử', null, 'thu-ssrf')`,
      [PROFILE, fortress.accountOf('analyst')],
    );
    await until('mọi webhook đã được thử', async () => {
      const { rows } = await fortress.database.pool.query<{ tried: string }>(
        'select count(distinct d.id) as tried from deliveries d join delivery_attempts a on a.delivery_id = d.id where a.finished_at is not null',
      );
      return Number(rows[0]?.tried) >= taken;
    });
    notReached();
    const { rows } = await fortress.database.pool.query<{ state: string }>('select distinct state from deliveries');
    expect(rows.map(({ state }) => state)).not.toContain('delivered');
    expect(taken).toBeGreaterThan(20);
    tell(task, 'Gọi vào mạng trong (SSRF): webhook', tried.length);
  });

  it('and would have been seen: the server inside answers', async () => {
    await (await fetch(`${inside.origin}/kiem-tra`)).text();
    expect(inside.requests).toHaveLength(1);
  });
});
