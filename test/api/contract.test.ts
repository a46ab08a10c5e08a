import { COMMANDS, type Command, rolesFor } from '@lamro/access';
import { createApi } from '@lamro/api';
import { noticeKindSchema, ROLES, type Role } from '@lamro/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ADDRESS, type House, openHouse } from '../../services/api/test/house.ts';
import { spoiled } from './ask.ts';
import { type Asked, addressOf, bodySchemaOf, furnish, type Ids, readRoutes, smallestBody } from './routes.ts';

let house: House;
let asked: readonly Asked[] = [];
let ids: Ids = {};

beforeAll(async () => {
  house = await openHouse();
  asked = await readRoutes(house);
  ids = await furnish(house);
});
afterAll(() => house.close());

async function ask(one: Asked, role: Role | null, body?: unknown): Promise<Response> {
  const method = one.method.toUpperCase();
  const sent = method === 'GET' ? {} : { body: body ?? smallestBody(one) };
  return house.call(role, addressOf(one, ids), { method, ...sent });
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
