import { countProgress, createHostGate, createRobotsCache, saveOutlet, saveRecords, saveSource } from '@lamro/database';
import { emailChannel } from '@lamro/delivery';
import { createFetcher } from '@lamro/fetching';
import { type Newsroom, startNewsroom } from '@lamro/newsroom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { registerSample } from '../../infra/local/sample.ts';
import { type SmtpServer, startSmtpServer } from '../../packages/delivery/test/smtp-server.ts';
import { BACKENDS, type BackendKind } from './extent.ts';
import { type Fortress, openFortress, PROFILE } from './fortress.ts';
import { type HostilePress, MARK, startHostilePress, TOURISTS } from './hostile-press.ts';
import { type Tap, tapQueue } from './tap.ts';
import { tell } from './tell.ts';
import { startWorkers, until, type Workers } from './workers.ts';

/** Crawler, classifier, dispatcher and the api. */
const SERVICES = 4;
/** How long a busy machine may take for the whole press. */
const PATIENCE_MS = 600_000;

describe.for(BACKENDS)('from a feed to a letter, with the queue on %s', (backend: BackendKind) => {
  let newsroom: Newsroom;
  let press: HostilePress;
  let smtp: SmtpServer;
  let fortress: Fortress;
  let workers: Workers;
  let tap: Tap;
  /** Bodies that the webhook was called with. */
  const called: string[] = [];

  beforeAll(async () => {
    [newsroom, press, smtp, fortress] = await Promise.all([
      startNewsroom({ now: new Date() }),
      startHostilePress(),
      startSmtpServer(),
      openFortress({ backend }),
    ]);
    await register();
    tap = await tapQueue(fortress.queueing, fortress.database.pool);
    const { origin } = press.outlet;
    workers = await startWorkers({
      url: fortress.database.url,
      folder: fortress.folder,
      profile: PROFILE,
      queue: fortress.queueing.choice,
      email: emailChannel({
        host: '127.0.0.1',
        port: smtp.port,
        from: { name: 'Làm Rõ', address: 'lam-ro@lam-ro.example' },
        tls: 'none',
      }),
      receivers: [origin],
      fetcher: (pool) =>
        createFetcher({
          hostGate: createHostGate(pool),
          userAgent: 'LamRo/0.1',
          contact: 'quan-tri@localhost',
          robotsCache: createRobotsCache(pool),
          loopbackOrigins: [origin, ...newsroom.outlets.map((outlet) => outlet.origin)],
          limits: { hostDelayMs: 0 },
          hostDelayMs: () => 0,
        }),
    });
    await until(
      'mọi bài đã được xét và báo',
      async () => denied().length > 0 || ((await judged()) && (await told())),
      PATIENCE_MS,
    );
  }, 2 * PATIENCE_MS);
  afterAll(async () => {
    await workers.stop();
    await tap.close();
    await fortress.close();
    await Promise.all([newsroom.close(), press.outlet.close(), smtp.close()]);
  });

  const denied = () => [...workers.log, ...fortress.log].filter((line) => line.includes('permission denied'));
  const rows = async (statement: string) =>
    (await fortress.database.pool.query<Record<string, unknown>>(statement)).rows;

  async function register(): Promise<void> {
    const { pool } = fortress;
    await registerSample(pool, PROFILE, newsroom);
    await saveRecords(fortress.database.pool, PROFILE, [TOURISTS]);
    const outlet = {
      profile: PROFILE,
      name: `Báo ${MARK}\r\nBcc: x@y.example`,
      country: 'VN',
      language: 'vi',
      homeUrl: null,
    };
    const outletId = await saveOutlet(pool, { ...outlet, official: false });
    await saveSource(pool, { profile: PROFILE, outletId, kind: 'rss', url: press.feed, language: 'vi', country: 'VN' });
    press.outlet.pages.set('/moc', (request, response) => {
      let body = '';
      request.on('data', (bytes: Buffer) => {
        body += bytes.toString();
      });
      request.on('end', () => {
        called.push(body);
        response.end('ok');
      });
      return undefined;
    });
    const body = JSON.stringify({ url: `${press.outlet.origin}/moc`, kinds: [] });
    const headers = { 'content-type': 'application/json' };
    expect((await fortress.call('administrator', '/webhooks', { method: 'POST', headers, body })).ok).toBe(true);
  }

  async function judged(): Promise<boolean> {
    const progress = await countProgress(fortress.database.pool, PROFILE);
    const [found] = await rows(`select count(*)::int as n from articles where url like '${press.outlet.origin}/%'`);
    return progress.checked === progress.sources && progress.judged >= progress.articles && Number(found?.['n']) > 0;
  }

  async function told(): Promise<boolean> {
    const [left] = await rows(
      `select (select count(*) from flags f where not exists (select 1 from notices where link = '/flags/' || f.id))
         + (select count(*) from notices where planned_at is null)
         + (select count(*) from deliveries where state in ('waiting', 'sending')) as n`,
    );
    return Number(left?.['n']) === 0;
  }

  it('every service does its work under its own role', async ({ task }) => {
    expect(denied()).toEqual([]);
    expect(
      await rows(
        "select last_failure from articles where last_failure like '%permission%' union select judge_failure from article_versions where judge_failure like '%permission%'",
      ),
    ).toEqual([]);
    const { flags } = await countProgress(fortress.database.pool, PROFILE);
    expect(flags).toBeGreaterThan(0);
    tell(task, 'Dịch vụ chạy đúng với vai trò của mình', SERVICES);
  });

  it('no word of a stranger, and no secret, goes into the queue', async ({ task }) => {
    const heard = await tap.heard();
    expect(heard.filter((text) => text.includes(MARK))).toEqual([]);
    for (const secret of fortress.secrets) expect(heard.filter((text) => text.includes(secret))).toEqual([]);
    // The ear is not deaf.
    expect(heard.some((text) => /fetch-article-\d+/.test(text))).toBe(true);
    expect(heard.some((text) => /judge-version-\d+/.test(text))).toBe(true);
    tell(task, 'Chữ của báo lọt vào hàng đợi (bài, từ nguồn tới thư)', press.articles);
  });

  it('every article comes through, is flagged, and is told of in letters that are only letters', async ({ task }) => {
    const [found] = await rows(
      `select count(*)::int as articles, count(f.id)::int as flags from articles a left join flags f on f.article_id = a.id
       where a.url like '${press.outlet.origin}/%'`,
    );
    expect(found).toEqual({ articles: press.articles, flags: press.articles });
    const letters = smtp.mails.filter(({ content }) => readable(content).includes(MARK));
    const calls = called.filter((body) => body.includes(MARK));
    expect(letters.length, smtp.mails.at(-1)?.content).toBeGreaterThanOrEqual(press.articles);
    expect(calls.length).toBeGreaterThanOrEqual(press.articles);
    for (const { to, content } of smtp.mails) {
      const head = content.split(/\r?\n\r?\n/)[0] ?? '';
      expect(to).toHaveLength(1);
      expect(to[0]).toMatch(/^[a-z]+@thu-nghiem\.example$/);
      expect(head).not.toMatch(/^bcc:/im);
      expect(head.match(/^content-type:/gim)).toHaveLength(1);
      expect(head).toMatch(/^content-type: text\/plain/im);
    }
    tell(task, 'Chữ của báo tới thư điện tử và webhook', letters.length + calls.length);
  });

  it('webhooks get JSON, and the log has one line an event', ({ task }) => {
    for (const body of called) expect(() => z.looseObject({}).parse(JSON.parse(body))).not.toThrow();
    const lines = [...workers.log, ...fortress.log];
    for (const line of lines) {
      expect(line.indexOf('\n')).toBe(line.length - 1);
      expect(line.length).toBeLessThan(60_000);
      expect(line.slice(0, -1)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/);
    }
    for (const secret of fortress.secrets) expect(lines.filter((line) => line.includes(secret))).toEqual([]);
    tell(task, 'Dòng nhật ký trên đường đi', lines.length);
  });
});

/** The body of a letter as its reader sees it, whether it went as quoted-printable or as base64. */
function readable(content: string): string {
  const [head = '', ...rest] = content.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  if (/^content-transfer-encoding: base64/im.test(head)) return Buffer.from(body, 'base64').toString();
  return body.replaceAll('=\r\n', '');
}
