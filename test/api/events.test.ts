import { get, type IncomingMessage } from 'node:http';
import { createApi, listen } from '@lamro/api';
import { createShutdown, type Shutdown } from '@lamro/runtime';
import { insertFlaggedArticle } from '@lamro/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AGENCY, type House, openHouse, PROFILE } from '../../services/api/test/house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

interface Served {
  readonly port: number;
  readonly shutdown: Shutdown;
}

/** A process of its own as far as the API can tell: nothing is carried over but the ledger. */
async function serve(port: number): Promise<Served> {
  const shutdown = createShutdown(5_000);
  const listening = await listen('127.0.0.1', port, shutdown);
  const api = createApi(house.parts);
  listening.use((request, clientAddress) => api.fetch(request, { clientAddress }));
  return { port: listening.port, shutdown };
}

/** Follows like a browser: connects again after every break, with the id of the last event. */
class Follower {
  readonly seen: { id: number; kind: string; data: string }[] = [];
  readonly #port: number;
  readonly #key: string;
  #last: string | null;
  #ended = false;
  #response: IncomingMessage | null = null;
  #rest = '';
  connections = 0;

  constructor(port: number, key: string, last: string | null = null) {
    this.#port = port;
    this.#key = key;
    this.#last = last;
    this.#connect();
  }

  #connect(): void {
    if (this.#ended) return;
    const again = () => setTimeout(() => this.#connect(), 100);
    const headers: Record<string, string> = { authorization: `Bearer ${this.#key}` };
    if (this.#last !== null) headers['last-event-id'] = this.#last;
    const request = get({ host: '127.0.0.1', port: this.#port, path: '/events', headers, agent: false }, (response) => {
      if (response.statusCode !== 200) {
        response.resume();
        again();
        return;
      }
      this.connections++;
      this.#response = response;
      this.#rest = '';
      response.setEncoding('utf8');
      response.on('data', (text: string) => this.#read(text));
      response.once('close', again);
      response.once('error', () => undefined);
    });
    request.once('error', again);
  }

  #read(text: string): void {
    const blocks = `${this.#rest}${text}`.split('\n\n');
    this.#rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const fields = new Map(
        block.split('\n').map((line) => [line.split(': ')[0], line.slice(line.indexOf(': ') + 2)]),
      );
      const id = fields.get('id');
      const data = fields.get('data');
      if (id !== undefined) this.#last = id;
      if (id !== undefined && data !== undefined)
        this.seen.push({ id: Number(id), kind: fields.get('event') ?? '', data });
    }
  }

  end(): void {
    this.#ended = true;
    this.#response?.destroy();
  }
}

async function until(done: () => boolean, withinMs = 40_000): Promise<void> {
  const end = Date.now() + withinMs;
  while (!done() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 50));
}

const CLIENTS = 500;

describe('server-sent events', () => {
  it(`lose nothing for ${CLIENTS} clients through a restart, whatever the order of commits`, async () => {
    const { pool } = house.database;
    let served = await serve(0);
    const followers = Array.from({ length: CLIENTS }, () => new Follower(served.port, house.keyOf('analyst')));
    await until(() => followers.every((follower) => follower.seen.some((event) => event.kind === 'ready')));
    // Written before all others and committed after them: a reader that only counts upwards would pass over it.
    const late = await pool.connect();
    await late.query('begin');
    await late.query(
      `insert into changes (profile, kind, object_kind, object_id) values ($1, 'article.relevant', 'article', '1')`,
      [PROFILE],
    );
    for (let n = 0; n < 10; n++) await insertFlaggedArticle(pool, { profile: PROFILE });
    await until(() => followers.some((follower) => follower.seen.length > 5));
    await served.shutdown.run();
    for (let n = 0; n < 10; n++) await insertFlaggedArticle(pool, { profile: PROFILE });
    await late.query('commit');
    late.release();
    served = await serve(served.port);
    for (let n = 0; n < 10; n++) await insertFlaggedArticle(pool, { profile: PROFILE });
    const expected = 61;
    const told = (follower: Follower) => follower.seen.filter((event) => event.kind !== 'ready');
    await until(() => followers.every((follower) => told(follower).length >= expected));
    const positions = new Set(
      followers.map((follower) =>
        told(follower)
          .map((event) => event.id)
          .join(),
      ),
    );
    for (const follower of followers) follower.end();
    await served.shutdown.run();
    expect(positions.size).toBe(1);
    expect([...positions][0]?.split(',').map(Number)).toEqual(
      Array.from({ length: expected }, (_, index) => Number([...positions][0]?.split(',')[0]) + index),
    );
    expect(followers.every((follower) => follower.connections >= 2)).toBe(true);
    expect(house.failures).toEqual([]);
  });

  it('tell an officer of the own cases only, and nobody of notices to others', async () => {
    const served = await serve(0);
    const { pool } = house.database;
    const officer = new Follower(served.port, house.keyOf('officer'), '0');
    const analyst = new Follower(served.port, house.keyOf('analyst'), '0');
    const opened = async (sector: string) => {
      const { flagId } = await insertFlaggedArticle(pool, { profile: PROFILE, sectors: [sector] });
      await house.call('analyst', `/flags/${flagId}/reviews`, { body: { decision: 'confirmed', reason: 'Sai.' } });
      return String((await (await house.call('analyst', '/cases', { body: { flagIds: [flagId] } })).json()).caseId);
    };
    const [own, other] = [await opened('health'), await opened('trade-industry')];
    const assign = (caseId: string, agency: string) =>
      house.call('analyst', `/cases/${caseId}/assign`, { body: { agency, reason: 'Thuộc lĩnh vực.' } });
    await assign(own, AGENCY);
    await assign(other, 'so-cong-thuong');
    await house.call('leader', `/cases/${own}/approve-assignment`, { body: {} });
    await house.call('leader', `/cases/${other}/approve-assignment`, { body: {} });
    await house.call('officer', `/cases/${own}/accept`, { body: {} });
    const of = (follower: Follower, caseId: string) =>
      follower.seen.filter(({ kind, data }) => kind.startsWith('case.') && JSON.parse(data).objectId === caseId);
    const accepted = (follower: Follower) => of(follower, own).some(({ kind }) => kind === 'case.accept');
    await until(() => accepted(officer) && accepted(analyst));
    expect(of(officer, own).length).toBeGreaterThan(0);
    expect(of(analyst, other).length).toBeGreaterThan(1);
    expect(of(officer, other)).toEqual([]);
    const notices = (follower: Follower) =>
      follower.seen.filter(({ kind }) => kind === 'notice.written').map(({ id }) => id);
    expect(notices(officer).some((id) => notices(analyst).includes(id))).toBe(false);
    expect(notices(officer).length).toBeGreaterThan(0);
    officer.end();
    analyst.end();
    await served.shutdown.run();
  });

  it('say so to a reader whose last event is not kept any more', async () => {
    const served = await serve(0);
    await house.database.pool.query('delete from changes where position < 20');
    const behind = new Follower(served.port, house.keyOf('analyst'), '3');
    await until(() => behind.seen.length > 0);
    expect(behind.seen[0]?.kind).toBe('reset');
    behind.end();
    await served.shutdown.run();
  });
});
