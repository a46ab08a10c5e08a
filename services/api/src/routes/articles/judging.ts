import { z } from 'zod';
import { bare, type Endpoint, endpoint } from '../../endpoint/endpoint.ts';
import { count, id, idParam, text } from '../../endpoint/fields.ts';
import type { ApiParts } from '../../endpoint/parts.ts';
import { itemFilter, streamQuery } from './schema.ts';

const about = { tag: 'articles', right: 'press.replay' } as const;
/** Better rules may find more that concerns the province: unlike in the stream, nothing is left out unless asked. */
const conditions = streamQuery
  .omit({ cursor: true, limit: true })
  .extend({ scope: z.enum(['relevant', 'all']).default('all') });
const many = z.strictObject({
  judged: z
    .enum(['older-rules', 'without-models', 'failed', 'any'])
    .default('older-rules')
    .describe('Theo bộ quy tắc khác, khi chưa có mô hình, bị lỗi, hoặc tất cả'),
  limit: count.min(1).max(5_000).default(1_000),
  filter: conditions.default(() => conditions.parse({})),
});

/** Judging anew, by rules, weights and models of now; what people decided stays. */
export function judgingEndpoints({ casework }: ApiParts): readonly Endpoint[] {
  return [
    endpoint({
      ...bare,
      ...about,
      operation: 'judgeAnew',
      method: 'post',
      path: '/articles/{id}/judge',
      summary: 'Cho xét lại một bài; asked là false khi bài đã chờ xét từ trước',
      params: idParam,
      answer: z.object({ articleId: id, asked: z.boolean() }),
      handle: ({ actor, params }) => casework.judgeAnew(actor, { articleId: params.id }),
    }),
    endpoint({
      ...bare,
      ...about,
      operation: 'judgeManyAnew',
      method: 'post',
      path: '/articles/judge',
      summary: 'Cho xét lại nhiều bài theo điều kiện của dòng tin, mới nhất trước; gọi lại cho đến khi asked là 0',
      body: many,
      answer: z.object({ asked: count, older: count, ruleSet: text }),
      handle: ({ actor, body: { filter, judged, limit } }) =>
        casework.judgeManyAnew(actor, { judged, limit, filter: itemFilter({ ...filter, limit }, actor) }),
    }),
    endpoint({
      ...bare,
      tag: 'articles',
      right: 'press.read',
      operation: 'getRuleSet',
      method: 'get',
      path: '/rules',
      summary: 'Bộ quy tắc đang áp dụng; số bài xét theo bộ khác, đang chờ xét lại và bị lỗi (đếm đến 10.000)',
      answer: z.object({ ruleSet: text, older: count, waiting: count, failed: count }),
      handle: ({ actor }) => casework.viewRuleSet(actor, {}),
    }),
  ];
}
