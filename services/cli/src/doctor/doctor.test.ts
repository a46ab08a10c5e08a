import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspectDatabase, inspectServer } from '@lamro/database';
import { type Config, loadConfig } from '@lamro/runtime';
import {
  insertFlaggedArticle,
  openTestDatabase,
  REDIS_PROGRAM,
  startTestRedis,
  type TestDatabase,
} from '@lamro/testkit';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startSmtpServer } from '../../../../packages/delivery/test/smtp-server.ts';
import { besideLooks } from './beside.ts';
import { look } from './finding.ts';
import { judgingLooks } from './judging.ts';
import { judgeClock, judgeDatabase, judgeRights, ledgerLooks } from './ledger.ts';
import { lookAtDisk, lookAtFonts, lookAtNode, machineLooks } from './machine.ts';

const folder = mkdtempSync(join(tmpdir(), 'lamro-doctor-'));
let database: TestDatabase;
const ends: (() => Promise<void> | void)[] = [];

beforeAll(async () => {
  database = await openTestDatabase();
});
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

const config = (settings: Record<string, string> = {}): Config =>
  loadConfig({ LAMRO_HOME: folder, DATABASE_URL: database.url, ...settings }, {});

async function found(part: string, settings: Record<string, string> = {}) {
  const looks = {
    ...machineLooks(config(settings)),
    ...ledgerLooks(config(settings)),
    ...judgingLooks(config(settings)),
    ...besideLooks(config(settings)),
  };
  return look(part, looks[part] ?? (() => Promise.reject(new Error('no such part'))));
}

describe('an installation that is well', () => {
  it.each([
    'node',
    'profiles',
    'fonts',
    'home',
    'address',
    'database',
    'rights',
    'clock',
    'partitions',
    'judgements',
    'queue',
    'archive',
    'mail',
    'sign-on',
    'models',
  ])('is told so of its %s', async (part) => {
    expect(await found(part)).toMatchObject({ part, ok: true, detail: expect.stringMatching(/\S/) });
  });
});

describe('the machine', () => {
  it('has an old Node, too little disk, no fonts', () => {
    expect(lookAtNode('22.1.0')).toMatchObject({ ok: false, detail: expect.stringMatching(/npx pnpm lamro/) });
    expect(lookAtDisk(folder, { available: 2 ** 30, total: 2 ** 34 })).toMatchObject({
      ok: false,
      detail: expect.stringMatching(/1\.0 GiB.*S3_BUCKET.*lamro retention/),
    });
    expect(lookAtDisk(folder, { available: 2 ** 40, total: 2 ** 41 })).toMatchObject({ ok: true });
    expect(lookAtFonts(['Tinos_400Regular'])).toMatchObject({
      ok: false,
      detail: expect.stringMatching(/Tinos.*cài đặt lại/),
    });
  });

  it('has no folder, one whose secrets others read, or no secret and no TLS where it serves others', async () => {
    expect(await found('home', { LAMRO_HOME: join(folder, 'none') })).toMatchObject({
      ok: false,
      detail: expect.stringMatching(/LAMRO_HOME/),
    });
    const open = join(folder, 'open');
    mkdirSync(open);
    writeFileSync(join(open, 'secrets.json'), '{}');
    chmodSync(join(open, 'secrets.json'), 0o644);
    expect(await found('home', { LAMRO_HOME: open })).toMatchObject({
      ok: false,
      detail: expect.stringMatching(/chmod 600/),
    });
    expect(await found('secret')).toMatchObject({ ok: false, detail: expect.stringMatching(/AUTH_SECRET_FILE/) });
    expect(await found('address', { BASE_URL: 'http://lam-ro.tinh.vn' })).toMatchObject({
      ok: false,
      detail: expect.stringMatching(/https/),
    });
  });
});

describe('the database', () => {
  it('is not there, is too old, behind, ahead, without its extensions or its letters', async () => {
    const away = { DATABASE_URL: 'postgres://lamro@127.0.0.1:1/lamro' };
    expect(await found('database', away)).toMatchObject({ ok: false, detail: expect.stringMatching(/ECONNREFUSED/) });
    const state = await inspectDatabase(database.url);
    const server = await inspectServer(database.url);
    expect(judgeDatabase({ ...state, majorVersion: 14 }, server)).toMatchObject({
      ok: false,
      detail: expect.stringMatching(/15 trở lên/),
    });
    expect(judgeDatabase(state, { ...server, encoding: 'SQL_ASCII' })).toMatchObject({
      ok: false,
      detail: expect.stringMatching(/encoding=UTF8/),
    });
    await database.pool.query("update migrations set name = '9999-later' where name = '0157-partition-by-month'");
    expect(await found('database')).toMatchObject({
      ok: false,
      detail: expect.stringMatching(/1 bước nâng cấp chưa chạy \(0157/),
    });
    await database.pool.query("update migrations set name = '0157-partition-by-month' where name = '9999-later'");
    await database.pool.query("insert into migrations (name, run_on) values ('9999-later', now())");
    expect(await found('database')).toMatchObject({ ok: false, detail: expect.stringMatching(/bản mới hơn/) });
    await database.pool.query("delete from migrations where name = '9999-later'");
    await database.pool.query('drop extension btree_gin cascade');
    expect(await found('database')).toMatchObject({
      ok: false,
      detail: expect.stringMatching(/create extension btree_gin/),
    });
  });

  it('gives the services more than they need', async () => {
    const server = await inspectServer(database.url);
    expect(server.changeable).toEqual(['audit_entries', 'case_events', 'event_roots']);
    expect(judgeRights({ ...server, superuser: true })).toMatchObject({
      ok: false,
      detail: expect.stringMatching(/DATABASE_SERVICE_URL/),
    });
    expect(judgeRights({ ...server, superuser: false })).toMatchObject({
      ok: false,
      detail: expect.stringMatching(/case_events/),
    });
  });

  it('keeps another time', () => {
    expect(judgeClock(-60_000)).toMatchObject({
      ok: false,
      detail: expect.stringMatching(/nhanh hơn.*60\.0.*set-ntp/),
    });
    expect(judgeClock(500)).toMatchObject({ ok: true });
  });

  it('is told of judgements by other rules, and of articles that were set aside', async () => {
    const { pool } = database;
    const { versionId } = await insertFlaggedArticle(pool, { profile: 'thai-binh' });
    expect(await found('judgements')).toMatchObject({ ok: true, detail: expect.stringContaining('thai-binh: 1;') });
    await pool.query('update article_versions set quarantined_at = now() where id = $1', [versionId]);
    expect(await found('judgements')).toMatchObject({ ok: false, detail: expect.stringMatching(/^1 bài bị lỗi/) });
  });

  it('has no months ready', async () => {
    const { rows } = await database.pool.query<{ name: string }>(
      "select relname as name from pg_class where relname ~ '^changes_\\d{4}_\\d{2}$' order by 1 offset 1 limit 1",
    );
    await database.pool.query(`drop table ${rows[0]?.name}`);
    expect(await found('partitions')).toMatchObject({
      ok: false,
      detail: expect.stringMatching(new RegExp(`${rows[0]?.name}.*dispatcher`)),
    });
  });
});

describe('what stands beside', () => {
  it.skipIf(REDIS_PROGRAM === undefined)('is a Redis that forgets', async () => {
    const redis = await startTestRedis({ policy: 'allkeys-lru' });
    ends.push(redis.close);
    expect(await found('queue', { REDIS_URL: 'redis://127.0.0.1:1' })).toMatchObject({
      ok: false,
      detail: expect.stringMatching(/127\.0\.0\.1:1 .*REDIS_URL/),
    });
    expect(await found('queue', { REDIS_URL: redis.url })).toMatchObject({
      ok: false,
      detail: expect.stringMatching(/allkeys-lru.*noeviction/),
    });
  });

  it('is an archive that cannot be written, as folder and as bucket', async () => {
    const blocked = join(folder, 'blocked');
    mkdirSync(blocked);
    writeFileSync(join(blocked, 'archive'), 'a file where the folder should be');
    expect(await found('archive', { LAMRO_HOME: blocked })).toMatchObject({
      ok: false,
      detail: expect.stringMatching(/archive: không ghi được/),
    });
    const s3 = {
      S3_BUCKET: 'ban-luu',
      S3_ENDPOINT: 'http://127.0.0.1:1',
      S3_ACCESS_KEY_ID: 'a',
      S3_SECRET_ACCESS_KEY: 'b',
    };
    expect(await found('archive', s3)).toMatchObject({
      ok: false,
      detail: expect.stringMatching(/S3 ban-luu.*S3_ENDPOINT/),
    });
  });

  it('is a mail server that refuses, or links that lead nowhere', async () => {
    const server = await startSmtpServer({ account: { user: 'lamro', password: 'dung' } });
    ends.push(() => server.close());
    const mail = (user: string) => ({
      SMTP_URL: `smtp://lamro:${user}@127.0.0.1:${server.port}`,
      MAIL_FROM: 'a@lamro.example',
    });
    expect(await found('mail', mail('sai'))).toMatchObject({
      ok: false,
      detail: expect.stringMatching(/không nhận.*SMTP_URL/),
    });
    expect(await found('mail', mail('dung'))).toMatchObject({ ok: false, detail: expect.stringMatching(/BASE_URL/) });
    expect(await found('mail', { ...mail('dung'), BASE_URL: 'https://lam-ro.tinh.vn' })).toMatchObject({ ok: true });
    expect(server.mails).toEqual([]);
    expect(await found('mail', { SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'a@lamro.example' })).toMatchObject({
      ok: false,
    });
    expect(await found('mail', { SMTP_URL: 'smtp://127.0.0.1:1' })).toMatchObject({
      ok: false,
      detail: expect.stringMatching(/MAIL_FROM/),
    });
  });

  it('is a provider of sign-on that is away, is none, or is named by half', async () => {
    const answers = {
      issuer: 'http://127.0.0.1/',
      authorization_endpoint: 'http://127.0.0.1/a',
      token_endpoint: 'http://127.0.0.1/t',
    };
    const pages: Record<string, unknown> = { '/good': answers, '/other': { hello: 1 } };
    const server = createServer((request, response) => {
      const page = pages[request.url ?? ''];
      response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(page ?? {}));
    });
    const port = await listening(server);
    ends.push(() => new Promise((resolve) => server.close(() => resolve())));
    const at = (path: string) => ({
      OIDC_DISCOVERY_URL: `http://127.0.0.1:${port}${path}`,
      OIDC_CLIENT_ID: 'a',
      OIDC_CLIENT_SECRET: 'b',
    });
    expect(await found('sign-on', at('/good'))).toMatchObject({ ok: true });
    expect(await found('sign-on', at('/none'))).toMatchObject({
      ok: false,
      detail: expect.stringMatching(/404.*well-known/),
    });
    expect(await found('sign-on', at('/other'))).toMatchObject({
      ok: false,
      detail: expect.stringMatching(/không phải tài liệu OpenID/),
    });
    expect(await found('sign-on', { ...at('/good'), OIDC_DISCOVERY_URL: 'http://127.0.0.1:1/' })).toMatchObject({
      ok: false,
    });
    expect(await found('sign-on', { OIDC_CLIENT_ID: 'a' })).toMatchObject({
      ok: false,
      detail: expect.stringMatching(/cần đủ/),
    });
  });

  it('is a folder of models that holds none', async () => {
    expect(await found('models', { MODELS_DIR: join(folder, 'no-models') })).toMatchObject({
      ok: false,
      detail: expect.stringMatching(/docs\/models\.md/),
    });
  });
});

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return address !== null && typeof address === 'object' ? address.port : 0;
}
