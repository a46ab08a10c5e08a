import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentSchema, type Operation, smallest } from '../api/ask.ts';
import type { Browser } from './browsing.ts';
import { sample } from './extent.ts';
import { type Fortress, openFortress } from './fortress.ts';
import { furnish } from './furnish.ts';
import { PAYLOADS } from './payloads.ts';
import { tell } from './tell.ts';

interface Asked {
  readonly path: string;
  readonly method: string;
  readonly operation: Operation;
}

const UNKNOWN = 'khongcogica';
let fortress: Fortress;
let operations: readonly Asked[] = [];

beforeAll(async () => {
  fortress = await openFortress();
  await furnish(fortress);
  const answer = await fetch(new URL('/api/v1/openapi.json', fortress.address));
  const { paths } = documentSchema.parse(await answer.json());
  operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
});
afterAll(() => fortress.close());

/** What an answer says, without what differs in every answer, and the value itself that a problem may repeat. */
async function said(answer: Response, value: string): Promise<string> {
  const text = await answer.text();
  const plain = text.replaceAll(/"(?:requestId|instance|generatedAt|at)":"[^"]*"/g, '');
  const quoted = JSON.stringify(value).slice(1, -1);
  return `${answer.status} ${quoted.length < 4 ? plain : plain.replaceAll(quoted, '…')}`;
}

/** The role that may do most of an operation: what is refused at the door tries nothing. */
async function roleFor(path: string): Promise<'administrator' | 'analyst' | 'auditor'> {
  for (const role of ['analyst', 'auditor'] as const) if ((await fortress.call(role, path)).status !== 403) return role;
  return 'administrator';
}

const fill = (path: string, value = '1') => path.replaceAll(/\{\w+\}/g, value);

const failures = () => fortress.log.filter((line) => line.includes('"level":50'));

async function unharmed(): Promise<void> {
  const { rows } = await fortress.database.pool.query(
    `select to_regclass('public.hacked') as hacked, to_regclass('identity.hacked') as other, (select count(*) from articles) as articles`,
  );
  expect(rows).toEqual([{ hacked: null, other: null, articles: '2' }]);
  expect(failures()).toEqual([]);
}

describe('values that try to be code', () => {
  it('change no answer of the API: every filter answers as for a value that nothing has', async ({ task }) => {
    let tried = 0;
    for (const { path, method, operation } of operations) {
      if (method !== 'get' || path === '/events') continue;
      const inQuery = operation.parameters.filter((parameter) => parameter.in === 'query');
      const needed = new URLSearchParams(
        inQuery.filter(({ required }) => required).map(({ name, schema }) => [name, String(smallest(schema))]),
      );
      const role = await roleFor(`${fill(path)}?${needed}`);
      for (const { name } of inQuery) {
        const ask = async (value: string) => {
          const query = new URLSearchParams(needed);
          query.set(name, value);
          return said(await fortress.call(role, `${fill(path)}?${query}`), value);
        };
        const unknown = await ask(UNKNOWN);
        for (const payload of sample(PAYLOADS, 16)) {
          const answer = await ask(payload);
          const where = `${operation.operationId} ${name}=${payload.slice(0, 60)}`;
          expect(answer.startsWith('5'), `${where}: ${answer}`).toBe(false);
          // A refusal names what is wrong with a value, in its own words for each; a result must be the same nothing.
          if (answer.startsWith('200') && unknown.startsWith('200') && !isPlain(payload))
            expect(answer, where).toBe(unknown);
          tried++;
        }
      }
    }
    await unharmed();
    expect(tried).toBeGreaterThan(700);
    tell(task, 'SQL và NoSQL trong bộ lọc API', tried);
  });

  it('are no address: every path of the API answers that there is no such thing', async ({ task }) => {
    let tried = 0;
    for (const { path, method, operation } of operations) {
      if (!path.includes('{')) continue;
      const role = method === 'get' ? await roleFor(fill(path, '987654321')) : 'administrator';
      for (const payload of sample(PAYLOADS, method === 'get' ? 16 : 4)) {
        const body = method === 'get' ? {} : { body: '{}', headers: { 'content-type': 'application/json' } };
        const answer = await fortress.call(role, fill(path, encodeURIComponent(payload.toWellFormed())), {
          method: method.toUpperCase(),
          ...body,
        });
        await answer.body?.cancel();
        const where = `${operation.operationId} ${payload.slice(0, 60)}: ${answer.status}`;
        expect([200, 201].includes(answer.status) && !/^\d+$/.test(payload), where).toBe(false);
        expect(answer.status, where).toBeLessThan(500);
        tried++;
      }
    }
    await unharmed();
    tell(task, 'SQL và NoSQL trong đường dẫn API', tried);
  });

  it('are words on the desk, in every filter that its pages offer', async ({ task }) => {
    const visitors = [await fortress.visitor('analyst'), await fortress.visitor('administrator')];
    let tried = 0;
    for (const visitor of visitors)
      for (const [path, names] of await filtersOf(visitor))
        for (const name of names)
          for (const payload of sample(PAYLOADS, 8)) {
            const page = await visitor.get(`${path}?${new URLSearchParams([[name, payload]])}`);
            expect(page.status, `${path} ${name}=${payload.slice(0, 60)} ${failures().at(-1)}`).toBeLessThan(500);
            expect(page.headers.get('set-cookie') ?? '').not.toContain('hacked');
            tried++;
          }
    await unharmed();
    expect(tried).toBeGreaterThan(200);
    tell(task, 'SQL và NoSQL trên trang làm việc', tried);
  });

  it('are no address on the desk either', async ({ task }) => {
    const visitor = await fortress.visitor('administrator');
    let tried = 0;
    for (const base of ['/articles', '/flags', '/cases', '/sources', '/briefings', '/records', '/reports', '/help'])
      for (const payload of sample(PAYLOADS, 16)) {
        const { status } = await visitor.get(`${base}/${encodeURIComponent(payload.toWellFormed())}`);
        expect(status, `${base}/${payload.slice(0, 60)}`).toBeLessThan(500);
        tried++;
      }
    for (const change of ['disable', 'enable', 'unlock'])
      for (const payload of sample(PAYLOADS, 12)) {
        await visitor.get('/administration');
        const action = `/administration/accounts/${encodeURIComponent(payload.toWellFormed())}/${change}`;
        const token = await tokenOf(visitor);
        const { status } = await visitor.send(action, { method: 'POST', body: new URLSearchParams({ token }) });
        expect(status, action.slice(0, 120)).toBeLessThan(500);
        tried++;
      }
    await unharmed();
    tell(task, 'SQL và NoSQL trên trang làm việc', tried);
  });
});

/** Numbers and words that a filter may honestly know. */
function isPlain(payload: string): boolean {
  return /^[\w-]+$/.test(payload) || payload.trim() === '';
}

async function tokenOf(visitor: Browser): Promise<string> {
  const page = await visitor.get('/preferences');
  return page.$('input[name=token]').first().attr('value') ?? '';
}

/** Names of the filters of each page: fields of its forms that ask, and what its links carry. */
async function filtersOf(visitor: Browser): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const filters = new Map<string, Set<string>>();
  const add = (path: string, name: string) => filters.set(path, (filters.get(path) ?? new Set()).add(name));
  const front = await visitor.get('/');
  const paths = new Set(
    ['/', '/stream', '/flags', '/cases', '/records', '/sources', '/briefings', '/sign-in', '/reset-password'].concat(
      front
        .$('nav a')
        .toArray()
        .flatMap(({ attribs }) => (attribs['href']?.startsWith('/') === true ? [attribs['href']] : [])),
    ),
  );
  for (const path of paths) {
    const { $ } = await visitor.get(path);
    for (const form of $('form').toArray()) {
      if ($(form).attr('method') === 'post') continue;
      const action = $(form).attr('action') ?? path;
      for (const field of $('[name]', form).toArray()) add(action.split('?')[0] ?? path, $(field).attr('name') ?? '');
    }
    for (const link of $('a[href^="/"]').toArray()) {
      const address = new URL($(link).attr('href') ?? '/', fortress.address);
      for (const name of address.searchParams.keys()) if (!/\d/.test(address.pathname)) add(address.pathname, name);
    }
    for (const name of ['q', 'after', 'before', 'page', 'done', 'back', 'token']) add(path.split('?')[0] ?? path, name);
  }
  return filters;
}
