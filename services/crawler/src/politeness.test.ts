import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createHostGate } from '@lamro/database';
import { openTestDatabase, type TestDatabase } from '@lamro/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const WORKER = fileURLToPath(new URL('../test/polite-worker.ts', import.meta.url));
const DELAY_MS = 200;

describe('politeness', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());

  it('two processes make one request at a time to a host, spaced, and fetch its robots.txt once', async () => {
    const seen: { path: string; at: number }[] = [];
    let open = 0;
    let most = 0;
    const server = createServer(async (request, response) => {
      open += 1;
      most = Math.max(most, open);
      seen.push({ path: request.url ?? '', at: performance.now() });
      // Long enough that a second request at the same time would be seen.
      await sleep(50);
      open -= 1;
      response.writeHead(request.url === '/robots.txt' ? 404 : 200).end('xin chào');
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
    const worker = (...paths: string[]) =>
      run(process.execPath, [WORKER, database.url, origin, String(DELAY_MS), ...paths]);
    await worker('/dau');
    const first = seen.length;
    await Promise.all([worker('/a1', '/a2', '/a3', '/a4'), worker('/b1', '/b2', '/b3', '/b4')]);
    server.close();

    expect(most).toBe(1);
    expect(seen.filter(({ path }) => path === '/robots.txt')).toHaveLength(1);
    const pages = seen.slice(first);
    expect(pages.map(({ path }) => path).toSorted()).toEqual(['/a1', '/a2', '/a3', '/a4', '/b1', '/b2', '/b3', '/b4']);
    // Arrivals on a loaded machine wander; over eight requests the spacing shows all the same.
    expect((pages.at(-1)?.at ?? 0) - (pages[0]?.at ?? 0)).toBeGreaterThan((pages.length - 2) * DELAY_MS);
  });

  it('a turn whose holder died comes free when its lease is over, and a late leave takes nothing from the next', async () => {
    const gate = createHostGate(database.pool);
    const { signal } = new AbortController();
    const died = await gate.enter('bao.vn', 0, signal);
    await database.pool.query("update host_turns set held_until = now() - interval '1 second' where host = 'bao.vn'");
    const next = await gate.enter('bao.vn', 0, signal);
    await died.leave();
    const held = await database.pool.query("select holder is not null as held from host_turns where host = 'bao.vn'");
    expect(held.rows).toEqual([{ held: true }]);
    await next.leave(3_600_000);
    await expect(gate.enter('bao.vn', 0, AbortSignal.timeout(100))).rejects.toThrow();
  });

  it('a turn that is given back while the database is away comes free when it is there again, and costs nobody a page', async () => {
    let away = false;
    const gate = createHostGate({
      query: (text, values) => (away ? Promise.reject(new Error('away')) : database.pool.query(text, values?.slice())),
    });
    const turn = await gate.enter('tin.vn', 0, AbortSignal.timeout(1_000));
    away = true;
    await turn.leave();
    away = false;
    // Well before the lease of half a minute is over.
    const next = await gate.enter('tin.vn', 0, AbortSignal.timeout(10_000));
    await next.leave();
  });
});
