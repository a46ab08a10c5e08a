import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openQueues } from '@lamro/queue';
import { createLogger } from '@lamro/runtime';
import { startTestRedis, type TestRedis } from '@lamro/testkit';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forbiddenUrls } from '../../packages/fetching/test/ssrf-cases.ts';
import { BACKENDS, sample } from './extent.ts';
import { type Fortress, openFortress } from './fortress.ts';
import { tell } from './tell.ts';
import { until } from './workers.ts';

const ANSWER_MS = 5000;
const END_MS = 20_000;

const ROOT = join(import.meta.dirname, '..', '..');
const WRONG = 'mat-khau-sai-cua-redis-2026';

function listeningLogger() {
  const lines: string[] = [];
  return { lines, logger: createLogger('thử', 'trace', { write: (line) => lines.push(line) }) };
}

if (BACKENDS.includes('redis'))
  describe('the password of a Redis', () => {
    let redis: TestRedis;
    beforeAll(async () => {
      redis = await startTestRedis({ password: 'dung-2026' });
    });
    afterAll(() => redis.close());

    it('is in no word about a Redis that refuses, is away or is named wrongly', async ({ task }) => {
      const { lines, logger } = listeningLogger();
      const urls = [
        `redis://:${WRONG}@127.0.0.1:${redis.port}`,
        `redis://${WRONG}:${WRONG}@127.0.0.1:${redis.port}`,
        `redis://${WRONG}@127.0.0.1:${redis.port}`,
        `redis://:${WRONG}@127.0.0.1:1`,
        `redis://:${WRONG}%zz@127.0.0.1:${redis.port}`,
        `redis://:${WRONG}@127.0.0.1:${redis.port}/${WRONG}`,
        `redis://:${WRONG}@127.0.0.1:${redis.port}/99999`,
      ];
      for (const url of urls) {
        const refused: unknown = await openQueues({ kind: 'redis', url }, logger).catch((error: unknown) => error);
        if (!(refused instanceof Error)) throw new Error(`opened: ${url}`);
        expect(refused.message, url).toContain('REDIS_URL');
        logger.error({ err: refused }, refused.message);
        expect(refused.message).not.toContain(WRONG);
      }
      expect(lines.length).toBeGreaterThanOrEqual(urls.length);
      expect(lines.filter((line) => line.includes(WRONG))).toEqual([]);
      tell(task, 'Mật khẩu Redis trong nhật ký', urls.length);
    });

    it('is in nothing that a service writes that cannot start', async ({ task }) => {
      const tried = sample(['crawler', 'classifier', 'dispatcher', 'api'], 1);
      for (const service of tried) {
        const child = spawn(process.execPath, [join(ROOT, 'services', service, 'src/main.ts')], {
          cwd: ROOT,
          env: {
            REDIS_URL: `http://:${WRONG}@127.0.0.1`,
            DATABASE_URL: `postgres://x:${WRONG}@127.0.0.1:1/x`,
            LOG_LEVEL: 'trace',
          },
        });
        let said = '';
        for (const stream of [child.stdout, child.stderr])
          stream.on('data', (bytes: Buffer) => {
            said += bytes.toString();
          });
        const [code] = await once(child, 'exit');
        expect(code, said).toBe(1);
        expect(said).toContain('REDIS_URL');
        expect(said).not.toContain(WRONG);
      }
      tell(task, 'Mật khẩu Redis trong nhật ký', tried.length);
    });

    it('may hold any sign, and is not told when it is changed while we work', async ({ task }) => {
      const admin = new Redis(redis.url);
      const passwords = sample(
        [
          'a b',
          'mật-khẩu',
          '@:/?#%',
          '%41',
          '"\'`',
          '\\r\\n',
          '[::1]',
          'redis://x',
          '-1',
          '{}',
          '$(id)',
          '*',
          'ＡＢ',
          'x'.repeat(500),
        ],
        2,
      );
      for (const password of passwords) {
        await admin.config('SET', 'requirepass', password);
        const { lines, logger } = listeningLogger();
        const url = `redis://:${encodeURIComponent(password)}@127.0.0.1:${redis.port}`;
        const queues = await openQueues({ kind: 'redis', url }, logger);
        queues.work('judge-version', async () => undefined, 1);
        expect(await queues.describe()).toContain('PONG');
        await admin.config('SET', 'requirepass', `${password}-moi`);
        await admin.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
        await until('bị từ chối', async () => lines.some((line) => line.includes('WRONGPASS')));
        await admin.config('SET', 'requirepass', password);
        // A connection that is between two attempts answers late or never: each question and the end have a time of their own.
        await until('nối lại được', async () => {
          const told = await Promise.race([queues.describe(), sleep(ANSWER_MS, '')]);
          return told.includes('PONG');
        });
        await Promise.race([queues.close(), sleep(END_MS)]);
        const told = lines.map((line) => JSON.stringify(JSON.parse(line)['err'] ?? {})).join('\n');
        expect(told).not.toContain('"command"');
        if (password.length > 4) expect(told).not.toContain(JSON.stringify(password).slice(1, -1));
      }
      await admin.quit();
      tell(task, 'Mật khẩu Redis trong nhật ký', passwords.length);
    });

    it('is asked for in the report where a server takes everybody', async () => {
      const open = await startTestRedis();
      const queues = await openQueues({ kind: 'redis', url: open.url }, createLogger('thử', 'silent'));
      expect(await queues.describe()).toContain('không đòi mật khẩu');
      await queues.close();
      await open.close();
    });
  });

/** A Redis writes this into its log when it is talked to in HTTP. */
const ALARM = 'SECURITY ATTACK';

describe('a Redis beside us, wherever our jobs wait', () => {
  let fortress: Fortress;
  let beside: TestRedis;
  beforeAll(async () => {
    // One that an administrator forgot: no password, on the machine itself.
    beside = await startTestRedis();
    fortress = await openFortress();
  });
  afterAll(async () => {
    await fortress.close();
    await beside.close();
  });

  async function connections(): Promise<number> {
    const client = new Redis(beside.url);
    const told = await client.info('stats');
    await client.quit();
    return Number(/total_connections_received:(\d+)/.exec(told)?.[1]);
  }

  it('is not spoken to by any address that somebody gives us', async ({ task }) => {
    const { port } = beside;
    const words = ['*1%0d%0a$8%0d%0aFLUSHALL%0d%0a', '%0d%0aCONFIG%20SET%20dir%20/tmp%0d%0a', '_SET%20hacked%201'];
    const schemes = [
      'gopher',
      'dict',
      'redis',
      'rediss',
      'http',
      'https',
      'ftp',
      'tcp',
      'unix',
      'ldap',
      'jar:http',
      'view-source:http',
    ];
    const told = schemes.flatMap((scheme) => words.map((word) => `${scheme}://127.0.0.1:${port}/${word}`));
    const urls = [...told, ...sample(forbiddenUrls, 40).map(({ url }) => url(port))];
    const before = await connections();
    for (const url of urls) {
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ url }) };
      const answer = await fortress.call('administrator', '/source-trials', init);
      expect([200, 400, 422], `${url} ${answer.status}`).toContain(answer.status);
      await answer.body?.cancel();
    }
    // Our own question is the one that came.
    expect(await connections()).toBe(before + 1);
    expect(beside.said()).not.toContain(ALARM);
    tell(task, 'Nói chuyện với Redis qua địa chỉ lạ (SSRF)', urls.length);
  });

  it('would have complained: it knows a request when it gets one', async () => {
    const socket = connect(beside.port, '127.0.0.1');
    await once(socket, 'connect');
    socket.on('error', () => socket.destroy());
    socket.write('POST / HTTP/1.1\r\nHost: x\r\n\r\n');
    await until('Redis kêu', async () => beside.said().includes(ALARM), 10_000);
    socket.destroy();
    await sleep(0);
  });
});
