import { createDesk } from '@lamro/desk';
import { ROLES, systemClock } from '@lamro/domain';
import { loadProfile } from '@lamro/profiles';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentSchema } from '../api/ask.ts';
import type { Browser, Seen } from './browsing.ts';
import { type Fortress, openFortress, PASSWORD } from './fortress.ts';
import { type Furnished, furnish } from './furnish.ts';
import { tell } from './tell.ts';

interface Door {
  readonly method: string;
  readonly path: string;
}

let fortress: Fortress;
let made: Furnished;
let desk: readonly Door[] = [];
let api: readonly Door[] = [];

beforeAll(async () => {
  fortress = await openFortress();
  made = await furnish(fortress);
  const { routes } = createDesk({
    pool: fortress.pool,
    identity: fortress.site.identity,
    casework: fortress.site.casework,
    profiles: loadProfile,
    clock: systemClock,
    secret: 'x'.repeat(32),
    baseUrl: fortress.address,
    publicPages: { profile: 'thai-binh' },
  });
  const doors = routes.filter(({ method, path }) => method !== 'ALL' && !path.includes('*'));
  desk = [...new Map(doors.map(({ method, path }) => [`${method} ${path}`, { method, path }])).values()];
  const answer = await fetch(new URL('/api/v1/openapi.json', fortress.address));
  const { paths } = documentSchema.parse(await answer.json());
  api = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path })),
  );
});
afterAll(() => fortress.close());

/** A door with real things in its address where there are some. */
function addressOf({ path }: Door): string {
  const collection = path.split('/')[1] ?? '';
  const ids: Readonly<Record<string, string>> = {
    articles: made.articleId,
    flags: made.flagId,
    cases: made.caseId,
    records: made.recordId,
    stories: made.storyId,
    briefings: made.briefingId,
    files: made.attachmentId,
    administration: fortress.accountOf('officer'),
  };
  const named: Readonly<Record<string, string>> = {
    version: made.versionId,
    versionId: made.versionId,
    file: made.attachmentId,
    attachmentId: made.attachmentId,
    caseId: made.caseId,
    responseId: made.responseId,
    kind: 'assignment',
    command: 'draft',
  };
  return path
    .replaceAll(/:(\w+)\{\(?([a-z]+)[^}]*\}/g, (_, name: string, first: string) => named[name] ?? first)
    .replaceAll(/:(\w+)|\{(\w+)\}/g, (_, one?: string, two?: string) => {
      const name = one ?? two ?? '';
      return named[name] ?? ids[collection] ?? '1';
    });
}

const OPEN = /^\/($|assets\/|sign-in|invitation|reset-password|preferences\/(language|theme)|robots\.txt|cong-khai)/;

function checkHeaders(seen: Pick<Seen, 'headers' | 'status'>, where: string): void {
  const csp = seen.headers.get('content-security-policy') ?? '';
  expect(csp, where).toContain("default-src 'none'");
  expect(csp, where).toContain("frame-ancestors 'none'");
  expect(/script-src[^;]*'unsafe/.test(csp), where).toBe(false);
  expect(seen.headers.get('x-content-type-options'), where).toBe('nosniff');
  expect(seen.headers.get('x-frame-options') ?? '', where).toMatch(/^(DENY|SAMEORIGIN)$/);
  expect(seen.headers.get('referrer-policy'), where).not.toBeNull();
  for (const name of ['server', 'x-powered-by']) expect(seen.headers.get(name), where).toBeNull();
  for (const cookie of seen.headers.getSetCookie()) expect(cookie, where).toMatch(/HttpOnly/i);
}

const NOT_OURS = 'https://lam-ro.example';

describe('every door', () => {
  it('says to browsers that nothing of it may be run, framed or guessed at', async ({ task }) => {
    const visitor = await fortress.visitor('administrator');
    let tried = 0;
    const others = [
      '/healthz',
      '/readyz',
      '/metrics',
      '/nothing',
      '/api/auth/ok',
      '/api/v1/docs',
      '/api/v1/openapi.json',
    ];
    const doors = [...desk, ...others.map((path) => ({ method: 'GET', path }))];
    for (const door of doors) {
      if (door.method !== 'GET') continue;
      for (const who of [visitor, fortress.stranger()]) {
        const path = addressOf(door);
        checkHeaders(await who.get(path), `${path} ${door.path}`);
        tried++;
      }
    }
    for (const { method, path } of api) {
      if (path === '/events') continue;
      const answer = await fortress.call('administrator', addressOf({ method, path }), { method });
      await answer.body?.cancel();
      checkHeaders(answer, `${method} ${path}`);
      tried++;
    }
    tell(task, 'Tiêu đề và chính sách nội dung', tried);
  });

  it('is shut for strangers, and never broken by anybody', async ({ task }) => {
    const visitors = await Promise.all(ROLES.map(async (role) => ({ role, visitor: await fortress.visitor(role) })));
    const stranger = fortress.stranger();
    let tried = 0;
    for (const door of desk) {
      if (door.method !== 'GET') continue;
      const path = addressOf(door);
      const seen = await stranger.get(path);
      if (!OPEN.test(door.path))
        expect([seen.status, seen.location?.split('?')[0]], `${door.path} as a stranger`).toEqual([303, '/sign-in']);
      for (const { role, visitor } of visitors) {
        const page = await visitor.get(path);
        expect(page.status, `${door.path} as ${role}: ${page.text.slice(0, 300)}`).toBeLessThan(500);
        const office = /^\/administration($|\/(audit|deliveries|webhooks))/.test(door.path);
        if (office && !['administrator', 'auditor'].includes(role))
          expect(page.status, `${door.path} as ${role}`).toBe(403);
        tried++;
      }
    }
    expect(fortress.log.filter((line) => line.includes('"level":50'))).toEqual([]);
    tell(task, 'Mỗi trang × mỗi vai trò', tried);
  });

  it('changes nothing for an auditor, whatever is sent to it', async ({ task }) => {
    const auditor = await fortress.visitor('auditor');
    const token = await tokenOf(auditor);
    const before = await ledger();
    let tried = 0;
    for (const door of desk) {
      if (door.method !== 'POST' || OWN.test(door.path)) continue;
      const seen = await auditor.send(addressOf(door), { method: 'POST', body: filled({ token }) });
      expect([403, 404, 409, 422], `${door.path}: ${seen.status}`).toContain(seen.status);
      tried++;
    }
    for (const { method, path } of api) {
      if (method === 'GET' || OWN.test(path)) continue;
      const headers = { 'content-type': 'application/json' };
      const init = { method, headers, body: JSON.stringify(Object.fromEntries(filled({}))) };
      const answer = await fortress.call('auditor', addressOf({ method, path }), init);
      await answer.body?.cancel();
      expect(answer.status, `${method} ${path}`).toBeGreaterThanOrEqual(400);
      expect(answer.status, `${method} ${path}`).toBeLessThan(500);
      tried++;
    }
    expect(await ledger()).toEqual(before);
    tell(task, 'Mỗi lệnh × kiểm toán viên', tried);
  });
});

describe('a form of another site', () => {
  it('is refused at every door: without token, with somebody else’s, with that of another browser', async ({
    task,
  }) => {
    const victim = await fortress.visitor('administrator');
    const attacker = await fortress.visitor('analyst');
    const tokens = ['', 'x', await tokenOf(attacker), await tokenOf(await fortress.visitor('administrator'))];
    const before = await ledger();
    let tried = 0;
    for (const door of desk) {
      if (door.method !== 'POST') continue;
      for (const token of tokens) {
        const seen = await victim.send(addressOf(door), {
          method: 'POST',
          headers: { origin: NOT_OURS, 'sec-fetch-site': 'cross-site' },
          body: filled({ token }),
        });
        expect(seen.status, `${door.path} with ${token.slice(0, 6)}`).toBe(403);
        tried++;
      }
    }
    expect(await ledger()).toEqual(before);
    expect((await victim.get('/cases')).status).toBe(200);
    tell(task, 'Giả mạo yêu cầu (CSRF)', tried);
  });

  it('does nothing through the API with the cookie of a browser', async ({ task }) => {
    const victim = await fortress.visitor('administrator');
    const before = await ledger();
    let tried = 0;
    const lies = [
      { origin: NOT_OURS },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ];
    for (const { method, path } of api) {
      if (method === 'GET') continue;
      for (const headers of lies) {
        // What a form can send without asking first.
        const init = { method, headers: { ...headers, 'content-type': 'text/plain' }, body: '{}' };
        const seen = await victim.send(`/api/v1${addressOf({ method, path })}`, init);
        expect([seen.status, seen.text.includes('cross-site')], `${method} ${path}`).toEqual([403, true]);
        tried++;
      }
    }
    expect(await ledger()).toEqual(before);
    tell(task, 'Giả mạo yêu cầu (CSRF)', tried);
  });

  it('reads nothing: no answer allows another origin', async () => {
    for (const path of ['/', '/api/v1/me', '/api/v1/openapi.json', '/metrics', '/cases']) {
      const visitor = await fortress.visitor('analyst');
      const seen = await visitor.get(path, { origin: NOT_OURS });
      expect(seen.headers.get('access-control-allow-origin'), path).toBeNull();
      expect(seen.headers.get('access-control-allow-credentials'), path).toBeNull();
    }
  });

  it('leads nobody away after sign-in', async ({ task }) => {
    const away = [
      'https://lam-ro.example/',
      '//lam-ro.example/',
      '/\\lam-ro.example',
      '\\\\lam-ro.example',
      '/\t/lam-ro.example',
      '/%09/lam-ro.example',
      'javascript:hacked(0)',
      'data:text/html,x',
      '/\n/lam-ro.example',
      'http:lam-ro.example',
      '///lam-ro.example',
      '/.//lam-ro.example',
      ' //lam-ro.example',
    ];
    for (const back of away) {
      const visitor = fortress.stranger();
      await visitor.get(`/sign-in?${new URLSearchParams({ back })}`);
      const seen = await visitor.submit('/sign-in', { email: fortress.emailOf('leader'), password: PASSWORD, back });
      expect(new URL(seen.location ?? '', fortress.address).origin, back).toBe(fortress.address);
    }
    tell(task, 'Chuyển hướng ra ngoài', away.length);
  });
});

describe('under TLS', () => {
  it('cookies go over nothing else, and no neighbouring host may set them', async () => {
    const secure = await openFortress({ baseUrl: 'https://lam-ro.example' });
    const visitor = secure.stranger();
    const asked = await visitor.get('/sign-in');
    const signed = await visitor.submit('/sign-in', { email: secure.emailOf('leader'), password: PASSWORD });
    const cookies = [...asked.headers.getSetCookie(), ...signed.headers.getSetCookie()];
    expect(cookies.length).toBeGreaterThan(1);
    for (const cookie of cookies) expect(cookie).toMatch(/^__(Host|Secure)-.*;\s*Secure/i);
    await secure.close();
  });
});

/** Commands about oneself, and openings that are logged: an auditor gives them too. */
const OWN =
  /^\/(sign-in|sign-out|invitation|reset-password|preferences|notices|keys|filters|articles\/read|stream\/(filters|seen)|tour|articles\/[^/]+\/versions\/[^/]+\/archive|me|delivery)/;

function filled(fields: Readonly<Record<string, string>>): URLSearchParams {
  const plausible = {
    version: '1',
    reason: 'Lý do',
    title: 'Tiêu đề',
    body: 'Nội dung',
    decision: 'confirmed',
    flag: made.flagId,
    name: 'Tên',
    email: 'la@thu-nghiem.example',
    role: 'administrator',
    url: 'http://127.0.0.1/',
    outlet: 'Báo',
    kind: 'rss',
    language: 'vi',
    country: 'VN',
    week: '2026-W41',
    agency: 'so-y-te',
    ...fields,
  };
  return new URLSearchParams(Object.entries(plausible));
}

async function tokenOf(visitor: Browser): Promise<string> {
  return (await visitor.get('/preferences')).$('input[name=token]').first().attr('value') ?? '';
}

/** What stands in the ledger, row by row, but what is written of mere opening and calling. */
async function ledger(): Promise<readonly unknown[]> {
  const { rows: tables } = await fortress.database.pool.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('public', 'identity') and c.relkind in ('r', 'p') and not c.relispartition
       and c.relname not in ('audit_entries', 'call_counts', 'session', 'api_keys', 'idempotent_commands', 'article_reads', 'user',
         'saved_filters', 'delivery_preferences') order by 1`,
  );
  const counts: unknown[] = [];
  for (const { name } of tables) {
    const { rows } = await fortress.database.pool.query(
      `select $1 as table, count(*), md5(coalesce(string_agg(t::text, '' order by t::text), '')) as content from ${name} t`,
      [name],
    );
    counts.push(rows[0]);
  }
  return counts;
}
