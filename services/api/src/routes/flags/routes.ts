import { viewFlag, viewFlags, viewReviews, viewSignals } from '@lamro/database';
import { FLAG_STATES, originSchema } from '@lamro/domain';
import { z } from 'zod';
import { bare, type Endpoint, endpoint } from '../../endpoint/endpoint.ts';
import { idParam, listOf, page, paged, reason } from '../../endpoint/fields.ts';
import { found } from '../../endpoint/found.ts';
import type { ApiParts } from '../../endpoint/parts.ts';
import { setVersion } from '../../endpoint/version.ts';
import { flag, flagListItem, flagResult, review, reviewBody } from './schema.ts';

const about = { tag: 'flags', right: 'flag.read' } as const;
const STATES = ['waiting', ...FLAG_STATES] as const;
const cursor = z.string().regex(/^[01](\.\d{1,17})?(e-\d{1,2})?_[1-9]\d{0,17}$/);

/** Flags and the decisions of people on them. */
export function flagEndpoints(parts: ApiParts): readonly Endpoint[] {
  const { pool } = parts;
  return [
    endpoint({
      ...bare,
      ...about,
      operation: 'listFlags',
      method: 'get',
      path: '/flags',
      summary: 'Cảnh báo, điểm cao trước, kèm dấu hiệu rõ nhất',
      query: z.strictObject({
        state: z.enum(STATES).default('waiting'),
        origin: originSchema.optional(),
        ...page,
        cursor: cursor.optional(),
      }),
      answer: listOf(flagListItem),
      handle: async ({ actor, query }) => {
        const [score, after] = query.cursor?.split('_') ?? [];
        const rows = await viewFlags(pool, {
          profile: actor.profile,
          state: query.state,
          origin: query.origin ?? null,
          after: score === undefined || after === undefined ? null : { score: Number(score), id: after },
          limit: query.limit + 1,
        });
        return paged(rows, query.limit, (row) => `${row.score}_${row.id}`);
      },
    }),
    endpoint({
      ...bare,
      ...about,
      operation: 'getFlag',
      method: 'get',
      path: '/flags/{id}',
      summary: 'Một cảnh báo với các dấu hiệu và bằng chứng',
      params: idParam,
      answer: flag,
      handle: async ({ actor, params, headers }) => {
        const row = found(await viewFlag(pool, actor.profile, params.id));
        setVersion(headers, row.version);
        return { ...row, signals: await viewSignals(pool, actor.profile, row.versionId) };
      },
    }),
    ...reviewEndpoints(parts),
  ];
}

function reviewEndpoints({ pool, casework }: ApiParts): readonly Endpoint[] {
  return [
    endpoint({
      ...bare,
      tag: 'reviews',
      right: 'flag.read',
      operation: 'listReviews',
      method: 'get',
      path: '/flags/{id}/reviews',
      summary: 'Các quyết định về một cảnh báo, mới nhất trước',
      params: idParam,
      answer: z.object({ items: z.array(review) }),
      handle: async ({ actor, params }) => {
        found(await viewFlag(pool, actor.profile, params.id));
        return { items: await viewReviews(pool, actor.profile, params.id) };
      },
    }),
    endpoint({
      ...bare,
      tag: 'reviews',
      right: null,
      operation: 'reviewFlag',
      method: 'post',
      path: '/flags/{id}/reviews',
      summary: 'Quyết định về một cảnh báo',
      params: idParam,
      body: reviewBody,
      answer: flagResult,
      handle: async ({ actor, params, body, expectedVersion, headers }) => {
        const seen = expectedVersion === undefined ? {} : { expectedVersion };
        const result = await casework.reviewFlag(actor, { ...body, ...seen, flagId: params.id });
        setVersion(headers, result.version);
        return result;
      },
    }),
    endpoint({
      ...bare,
      tag: 'reviews',
      right: null,
      operation: 'reopenFlag',
      method: 'post',
      path: '/flags/{id}/reopen',
      summary: 'Mở lại cảnh báo đã quyết định',
      params: idParam,
      body: z.strictObject({ reason }),
      answer: flagResult,
      handle: async ({ actor, params, body, expectedVersion, headers }) => {
        const seen = expectedVersion === undefined ? {} : { expectedVersion };
        const result = await casework.reopenFlag(actor, { ...body, ...seen, flagId: params.id });
        setVersion(headers, result.version);
        return result;
      },
    }),
  ];
}
