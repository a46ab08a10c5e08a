import { COMMANDS, type Command, rolesFor } from '@lamro/access';
import { createApi } from '@lamro/api';
import { noticeKindSchema, ROLES, type Role } from '@lamro/domain';
import { insertFlaggedArticle } from '@lamro/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ADDRESS, type House, openHouse, PROFILE } from '../../services/api/test/house.ts';
import { documentSchema, type Operation, smallest, spoiled } from './ask.ts';

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

let house: House;
let asked: readonly Asked[] = [];
const ids: Record<string, string> = {};

beforeAll(async () => {
  house = await openHouse();
  const answer = await house.fetch(new Request(new URL('/openapi.json', ADDRESS)));
  const document = documentSchema.parse(await answer.json());
  asked = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  );
  const made = await insertFlaggedArticle(house.database.pool, { profile: PROFILE });
  const other = await insertFlaggedArticle(house.database.pool, { profile: PROFILE });
  const body = { decision: 'confirmed', reason: 'Khác số liệu.' };
  await house.call('analyst', `/flags/${other.flagId}/reviews`, { body });
  const opened = await house.call('analyst', '/cases', { body: { flagIds: [other.flagId] } });
  const week = await house.call('analyst', '/briefings', { body: { week: '2026-W40' } });
  const report = await house.call('analyst', '/reports', {
    body: { duty: `ad-hoc:so-thong-tin-va-truyen-thong:ubnd-tinh`, from: '2026-10-01', to: '2026-10-31' },
  });
  const officer = (await house.identity.listAccounts(PROFILE)).find((account) => account.role === 'officer');
  await house.database.pool.query(
    `insert into sources (profile, outlet_id, kind, url, language, country) values ($1, $2, 'feed', 'http://127.0.0.1/rss', 'vi', 'VN')`,
    [PROFILE, made.outletId],
  );
  await house.database.pool.query(
    `insert into deliveries (profile, channel, recipient_id, message_id, state, next_attempt_at, created_at)
     values ($1, 'email', 'x', '<a@b>', 'delivered', now(), now())`,
    [PROFILE],
  );
  Object.assign(ids, {
    '/reports': z.object({ reportId: z.string() }).parse(await report.json()).reportId,
    '/sources': '1',
    '/deliveries': '1',
    '/articles': made.articleId,
    '/stories': made.storyId,
    '/records': made.recordId,
    '/flags': made.flagId,
    '/briefings': z.object({ briefingId: z.string() }).parse(await week.json()).briefingId,
    caseId: z.object({ caseId: z.string() }).parse(await opened.json()).caseId,
    versionId: made.versionId,
    accountId: officer?.id ?? '',
    responseId: '1',
    attachmentId: '1',
    format: 'pdf',
  });
});
afterAll(() => house.close());

/** Ids that nothing has, so that no test takes the key by which it calls. */
const NOBODYS = '987654321';

function addressOf({ path, operation }: Asked): string {
  const collection = `/${path.split('/')[1]}`;
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    String((name === 'id' ? ids[collection] : ids[name]) ?? NOBODYS),
  );
  const needed = operation.parameters.filter((parameter) => parameter.in === 'query' && parameter.required === true);
  const query = new URLSearchParams(needed.map((parameter) => [parameter.name, String(smallest(parameter.schema))]));
  return needed.length === 0 ? filled : `${filled}?${query}`;
}

function bodySchemaOf({ operation }: Asked): unknown {
  return operation.requestBody?.content['application/json']?.schema;
}

async function ask(one: Asked, role: Role | null, body?: unknown): Promise<Response> {
  const method = one.method.toUpperCase();
  const sent = method === 'GET' ? {} : { body: body ?? smallestBody(one) };
  return house.call(role, addressOf(one), { method, ...sent });
}

function smallestBody(one: Asked): unknown {
  const schema = bodySchemaOf(one);
  if (schema !== undefined) return smallest(schema);
  return one.operation.requestBody === undefined ? {} : 'không phải nội dung đúng loại';
}

/** Checks an answer against the document alone. @returns its status */
async function check(one: Asked, answer: Response): Promise<number> {
  const { operation } = one;
  const where = `${operation.operationId} ${answer.status}`;
  const type = answer.headers.get('content-type')?.split(';')[0] ?? '';
  expect(answer.headers.get('x-request-id'), where).toMatch(/^[\w.-]{8,}$/);
  expect(answer.status, `${where} ${answer.status >= 500 ? house.failures.at(-1) : ''}`).toBeLessThan(500);
  const described = operation.responses[String(answer.status)] ?? operation.responses['default'];
  const content = described?.content?.[type];
  expect(content, `${where} answers ${type}, which the document does not name`).toBeDefined();
  if (type.endsWith('json')) {
    const parsed = z.fromJSONSchema(jsonSchema(content?.schema)).safeParse(await answer.json());
    expect(parsed.success, `${where}: ${parsed.error?.message}`).toBe(true);
  } else await answer.body?.cancel();
  return answer.status;
}

function jsonSchema(schema: unknown): z.core.JSONSchema.JSONSchema {
  return z.custom<z.core.JSONSchema.JSONSchema>((value) => typeof value === 'object').parse(schema);
}

const DOCUMENT_PATHS = ['/openapi.json', '/docs', '/docs/plain', '/docs/reference.js'];
const isCommand = (name: string): name is Command => name in COMMANDS;

describe('the contract', () => {
  it('names every route that is mounted, and no other', () => {
    const mounted = createApi(house.parts)
      .routes.filter(({ method, path }) => method !== 'ALL' && !DOCUMENT_PATHS.includes(path))
      .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
    const named = asked.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
    expect([...new Set(mounted)].sort()).toEqual(named.sort());
    expect(new Set(asked.map(({ operation }) => operation.operationId)).size).toBe(asked.length);
    expect(asked.length).toBeGreaterThan(90);
  });

  it('describes every kind of notice that webhooks are sent', async () => {
    const document = await (await house.fetch(new Request(new URL('/openapi.json', ADDRESS)))).json();
    const described = z.record(z.string(), z.unknown()).parse(document.webhooks);
    expect(Object.keys(described).sort()).toEqual([...noticeKindSchema.options].sort());
  });

  it('knows nobody without a session or key', async () => {
    for (const one of asked) expect(await check(one, await ask(one, null)), one.operation.operationId).toBe(401);
  });

  it('answers every role on every route as the document says, and by the table of rights', async () => {
    const unread = new Set(
      asked.filter(({ method }) => method === 'get').map(({ operation }) => operation.operationId),
    );
    for (const one of asked) {
      const right = /^Quyền: (\S+)$/.exec(one.operation.description ?? '')?.[1] ?? '';
      for (const role of ROLES) {
        const status = await check(one, await ask(one, role));
        const mayNot = isCommand(right) && !rolesFor(right).includes(role);
        expect(status === 403 || !mayNot, `${one.operation.operationId} as ${role}: ${status}`).toBe(true);
        if (mayNot) expect(status, `${one.operation.operationId} as ${role}`).toBe(403);
        if (status === 200) unread.delete(one.operation.operationId);
      }
    }
    // These need a file that nobody stored here; their own tests open one.
    const needFiles = [
      'checkDraft',
      'exportSources',
      'openArchivedVersion',
      'openBriefingFile',
      'openFile',
      'openReportFile',
    ];
    expect([...unread].sort()).toEqual(needFiles);
    expect(house.failures).toEqual([]);
  });

  it('reaches every command of casework that people give', () => {
    const services = ['proposeOutcome', 'sealDay', 'sealPastDays', 'draftDueBriefing', 'draftDueReports'];
    const commands = Object.keys(house.casework).filter((name) => !services.includes(name));
    expect(commands.filter((name) => !house.asked.has(name))).toEqual([]);
    expect(commands.length).toBeGreaterThan(40);
  });

  it('refuses what is wrong in one field with a problem that names it, and never breaks', async () => {
    let refused = 0;
    for (const one of asked) {
      const schema = bodySchemaOf(one);
      if (schema === undefined) continue;
      for (const body of spoiled(schema)) {
        const answer = await ask(
          one,
          one.path.startsWith('/accounts') ? 'administrator' : 'analyst',
          JSON.stringify(body),
        );
        if ((await check(one, answer)) >= 400) refused++;
      }
    }
    expect(refused).toBeGreaterThan(300);
    expect(house.failures).toEqual([]);
  });
});
