import { createToken, hashToken, may } from '@lamro/access';
import { openFilterFeed, removeFilter, revokeFilterFeed, saveFilter, viewSavedFilters } from '@lamro/database';
import { z } from 'zod';
import { bare, type Endpoint, endpoint } from '../../endpoint/endpoint.ts';
import { DONE, done, id, idParam, text, words } from '../../endpoint/fields.ts';
import type { ApiParts } from '../../endpoint/parts.ts';
import { CallRefused } from '../../problem/problem.ts';
import { streamQuery } from '../articles/schema.ts';

const filter = z.object({ id, name: text, query: text, shared: z.boolean(), mine: z.boolean() });
const conditions = streamQuery.omit({ cursor: true, limit: true }).extend({
  q: z.string().trim().min(1).max(500).normalize('NFC').optional(),
});

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
      right: 'filter.save',
      operation: 'saveFilter',
      method: 'post',
      path: '/filters',
      summary: 'Lưu bộ lọc; trùng tên thì ghi đè',
      body: z.strictObject({ name: words(100), conditions, shared: z.boolean().default(false) }),
      answer: done,
      handle: async ({ actor, body }) => {
        const { profile, id: owner } = actor;
        const decision = may(actor, 'filter.share', { profile });
        if (body.shared && !decision.allowed)
          throw new CallRefused('forbidden', decision.why, { whoMay: [...decision.whoMay] });
        const { scope, ...rest } = body.conditions;
        const pairs = Object.entries({ ...rest, ...(scope === 'all' ? { scope } : {}) });
        const query = new URLSearchParams(pairs.filter((pair): pair is [string, string] => pair[1] !== undefined));
        await saveFilter(pool, { profile, owner, name: body.name, query: query.toString(), shared: body.shared });
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
      handle: async ({ actor, params }) => {
        await removeFilter(pool, { profile: actor.profile, owner: actor.id, id: params.id });
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
