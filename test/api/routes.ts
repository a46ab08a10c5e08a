import { insertFlaggedArticle } from '@lamro/testkit';
import { z } from 'zod';
import { ADDRESS, type House, PROFILE } from '../../services/api/test/house.ts';
import { documentSchema, type Operation, smallest } from './ask.ts';

/** One operation of the API as its document describes it. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

/** Ids of things that stand in the house, by the collection or the parameter that they fill. */
export type Ids = Readonly<Record<string, string>>;

/** Every operation that the API's own document names. */
export async function readRoutes(house: House): Promise<readonly Asked[]> {
  const answer = await house.fetch(new Request(new URL('/openapi.json', ADDRESS)));
  const document = documentSchema.parse(await answer.json());
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  );
}

/** Puts one thing of each kind into the house: a flag, a case, a record, a briefing, a report, a source, a delivery. */
export async function furnish(house: House): Promise<Ids> {
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
  const { rows: filters } = await house.database.pool.query<{ id: string }>(
    `insert into saved_filters (profile, owner_id, name, query, shared) values ($1, 'x', 'Chung', '', true) returning id`,
    [PROFILE],
  );
  await house.database.pool.query(
    `insert into deliveries (profile, channel, recipient_id, message_id, state, next_attempt_at, created_at)
     values ($1, 'email', 'x', '<a@b>', 'delivered', now(), now())`,
    [PROFILE],
  );
  return {
    '/reports': z.object({ reportId: z.string() }).parse(await report.json()).reportId,
    '/sources': '1',
    '/deliveries': '1',
    '/filters': filters[0]?.id ?? '',
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
  };
}

/** Ids that nothing has, so that no test takes the key by which it calls. */
const NOBODYS = '987654321';

/** The address of an operation with real things in it where there are some. */
export function addressOf({ path, operation }: Asked, ids: Ids): string {
  const collection = `/${path.split('/')[1]}`;
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    String((name === 'id' ? ids[collection] : ids[name]) ?? NOBODYS),
  );
  const needed = operation.parameters.filter((parameter) => parameter.in === 'query' && parameter.required === true);
  const query = new URLSearchParams(needed.map((parameter) => [parameter.name, String(smallest(parameter.schema))]));
  return needed.length === 0 ? filled : `${filled}?${query}`;
}

export function bodySchemaOf({ operation }: Asked): unknown {
  return operation.requestBody?.content['application/json']?.schema;
}

/** The smallest body that the document allows. */
export function smallestBody(one: Asked): unknown {
  const schema = bodySchemaOf(one);
  if (schema !== undefined) return smallest(schema);
  return one.operation.requestBody === undefined ? {} : 'không phải nội dung đúng loại';
}
