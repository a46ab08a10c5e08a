import { createToken, hashToken, may } from '@lamro/access';
import {
  findSavedFilter,
  inTransaction,
  lockRowVersion,
  openFilterFeed,
  type Queryable,
  removeFilter,
  revokeFilterFeed,
  type SavedFilterView,
  saveFilter,
  viewSavedFilters,
} from '@lamro/database';
import { z } from 'zod';
import { bare, type Endpoint, endpoint } from '../../endpoint/endpoint.ts';
import { count, DONE, done, id, idParam, text, words } from '../../endpoint/fields.ts';
import { found } from '../../endpoint/found.ts';
import type { ApiParts } from '../../endpoint/parts.ts';
import { setVersion } from '../../endpoint/version.ts';
import { CallRefused } from '../../problem/problem.ts';
import { streamQuery } from '../articles/schema.ts';

const filter = z.object({ id, name: text, query: text, shared: z.boolean(), mine: z.boolean(), version: count });
const conditions = streamQuery.omit({ cursor: true, limit: true }).extend({
  q: z.string().trim().min(1).max(500).normalize('NFC').optional(),
});

/** @throws CallRefused `version-changed` where the filter is not, or no longer, what the caller saw */
async function checkSeen(
  db: Queryable,
  profile: string,
  seen: SavedFilterView | null,
  expected: number | undefined,
): Promise<void> {
  if (expected === undefined) return;
  const current = seen === null ? null : await lockRowVersion(db, 'filter', { profile, id: seen.id });
  if (current === expected) return;
  throw new CallRefused('version-changed', undefined, current === null ? {} : { currentVersion: current });
}

/** Filters of the stream that people keep; the desk shows the same. */
export function filterEndpoints({ pool, clock, baseUrl }: ApiParts): readonly Endpoint[] {
  const tag = 'filters';
  return [
    endpoint({
      ...bare,
      tag,
      right: 'press.read',
      operation: 'listFilters',
      method: 'get',
      path: '/filters',
      summary: 'Bộ lọc đã lưu của mình và được chia sẻ',
      answer: z.object({ items: z.array(filter) }),
      handle: async ({ actor }) => ({ items: await viewSavedFilters(pool, actor.profile, actor.id) }),
    }),
    endpoint({
      ...bare,
      tag,
      right: 'press.read',
      operation: 'getFilter',
      method: 'get',
      path: '/filters/{id}',
      summary: 'Một bộ lọc của mình hoặc được chia sẻ',
      params: idParam,
      answer: filter,
      handle: async ({ actor, params, headers }) => {
        const row = found(await findSavedFilter(pool, actor, { id: params.id }));
        setVersion(headers, row.version);
        return row;
      },
    }),
    endpoint({
      ...bare,
      tag,
      right: 'filter.save',
      operation: 'saveFilter',
      method: 'post',
      path: '/filters',
      summary: 'Lưu bộ lọc; trùng tên thì ghi đè',
      body: z.strictObject({ name: words(100), conditions, shared: z.boolean().default(false) }),
      answer: done,
      handle: async ({ actor, body, expectedVersion, headers }) => {
        const { profile, id: owner } = actor;
        const decision = may(actor, 'filter.share', { profile });
        if (body.shared && !decision.allowed)
          throw new CallRefused('forbidden', decision.why, { whoMay: [...decision.whoMay] });
        const { scope, ...rest } = body.conditions;
        const pairs = Object.entries({ ...rest, ...(scope === 'all' ? { scope } : {}) });
        const query = new URLSearchParams(pairs.filter((pair): pair is [string, string] => pair[1] !== undefined));
        const kept = { profile, owner, name: body.name, query: query.toString(), shared: body.shared };
        await inTransaction(pool, async (db) => {
          const before = await findSavedFilter(db, actor, { name: body.name });
          await checkSeen(db, profile, before, expectedVersion);
          await saveFilter(db, kept);
          setVersion(headers, (await findSavedFilter(db, actor, { name: body.name }))?.version ?? 1);
        });
        return DONE;
      },
    }),
    endpoint({
      ...bare,
      tag,
      right: 'filter.save',
      operation: 'removeFilter',
      method: 'delete',
      path: '/filters/{id}',
      summary: 'Xóa bộ lọc của mình',
      params: idParam,
      answer: done,
      handle: async ({ actor, params, expectedVersion }) => {
        const { profile, id: owner } = actor;
        await inTransaction(pool, async (db) => {
          await checkSeen(db, profile, await findSavedFilter(db, actor, { id: params.id }), expectedVersion);
          await removeFilter(db, { profile, owner, id: params.id });
        });
        return DONE;
      },
    }),
    endpoint({
      ...bare,
      tag,
      right: 'filter.save',
      operation: 'openFilterFeed',
      method: 'post',
      path: '/filters/{id}/feed',
      summary: 'Lập địa chỉ nguồn cấp riêng của bộ lọc; địa chỉ trước đó hết hiệu lực',
      params: idParam,
      status: 201,
      secret: true,
      answer: z.object({ atom: z.url(), json: z.url() }),
      handle: async ({ actor: { profile, id: owner }, params }) => {
        const token = createToken();
        const feed = { profile, owner, filterId: params.id, tokenSha256: hashToken(token), at: clock.now() };
        if (!(await openFilterFeed(pool, feed))) throw new CallRefused('not-found');
        const address = (format: string) => new URL(`/feeds/${token}.${format}`, baseUrl).href;
        return { atom: address('atom'), json: address('json') };
      },
    }),
    endpoint({
      ...bare,
      tag,
      right: 'filter.save',
      operation: 'revokeFilterFeed',
      method: 'delete',
      path: '/filters/{id}/feed',
      summary: 'Thu hồi địa chỉ nguồn cấp của bộ lọc',
      params: idParam,
      answer: done,
      handle: async ({ actor: { profile, id: owner }, params }) => {
        const ended = await revokeFilterFeed(pool, { profile, owner, filterId: params.id, at: clock.now() });
        if (!ended) throw new CallRefused('not-found');
        return DONE;
      },
    }),
  ];
}
