import { findDeliveryPreference, viewDeliveries, viewDeliveryAttempts } from '@lamro/database';
import { noticeTopicSchema } from '@lamro/domain';
import { z } from 'zod';
import { bare, type Endpoint, endpoint } from '../../endpoint/endpoint.ts';
import {
  count,
  DONE,
  done,
  id,
  idCursor,
  idParam,
  instant,
  listOf,
  maybe,
  paged,
  text,
} from '../../endpoint/fields.ts';
import { found } from '../../endpoint/found.ts';
import type { ApiParts } from '../../endpoint/parts.ts';
import { webhookEndpoints } from './webhooks.ts';

const STATES = ['waiting', 'sending', 'delivered', 'failed', 'uncertain', 'settled'] as const;
const administered = { tag: 'deliveries', right: 'webhook.change' } as const;
const timeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
const delivery = z.object({
  id,
  channel: text,
  recipientId: maybe(text),
  webhookId: maybe(id),
  recipient: maybe(text),
  subject: maybe(text),
  messageId: text,
  digest: z.boolean(),
  state: text,
  attempts: count,
  nextAttemptAt: instant,
  detail: maybe(text),
  createdAt: instant,
  finishedAt: maybe(instant),
});
const attempt = z.object({
  number: count,
  startedAt: instant,
  finishedAt: maybe(instant),
  status: maybe(text),
  kind: maybe(text),
  detail: maybe(text),
});
const preference = z.strictObject({
  email: z.boolean(),
  quiet: z.union([z.strictObject({ from: timeOfDay, to: timeOfDay }), z.null()]),
  digestHours: z.array(z.number().int().min(0).max(23)).max(24),
  mutedTopics: z.array(noticeTopicSchema).max(50).default([]),
});

/** How notices leave: deliveries with their attempts, webhooks, and what each person wishes. */
export function deliveryEndpoints(parts: ApiParts): readonly Endpoint[] {
  const { pool } = parts;
  return [
    endpoint({
      ...bare,
      ...administered,
      operation: 'listDeliveries',
      method: 'get',
      path: '/deliveries',
      summary: 'Các lần gửi thông báo ra ngoài, mới nhất trước; "uncertain" là không chắc đã gửi',
      query: z.strictObject({ state: z.enum(STATES).optional(), webhook: id.optional(), ...idCursor }),
      answer: listOf(delivery),
      handle: async ({ actor: { profile }, query: { state = null, webhook = null, cursor = null, limit } }) => {
        const filter = { profile, id: null, state, webhookId: webhook, afterId: cursor, limit: limit + 1 };
        return paged(await viewDeliveries(pool, filter), limit, (row) => row.id);
      },
    }),
    endpoint({
      ...bare,
      ...administered,
      operation: 'getDelivery',
      method: 'get',
      path: '/deliveries/{id}',
      summary: 'Một lần gửi và từng lượt thử của nó',
      params: idParam,
      answer: delivery.extend({ tries: z.array(attempt) }),
      handle: async ({ actor: { profile }, params }) => {
        const filter = { profile, id: params.id, state: null, webhookId: null, afterId: null, limit: 1 };
        const row = found((await viewDeliveries(pool, filter))[0]);
        return { ...row, tries: await viewDeliveryAttempts(pool, profile, params.id) };
      },
    }),
    decision(parts, 'replayDelivery', 'replay', 'Gửi lại một lần gửi hỏng hoặc không chắc', true),
    decision(parts, 'settleDelivery', 'settle', 'Ghi nhận không cần gửi lại', false),
    ...preferenceEndpoints(parts),
    ...webhookEndpoints(parts),
  ];
}

function decision({ casework }: ApiParts, operation: string, path: string, summary: string, again: boolean): Endpoint {
  return endpoint({
    ...bare,
    tag: 'deliveries',
    right: null,
    operation,
    method: 'post',
    path: `/deliveries/{id}/${path}`,
    summary,
    params: idParam,
    answer: done,
    handle: async ({ actor, params }) => {
      await casework.decideDelivery(actor, { deliveryId: params.id, again });
      return DONE;
    },
  });
}

function preferenceEndpoints({ pool, casework }: ApiParts): readonly Endpoint[] {
  return [
    endpoint({
      ...bare,
      tag: 'notices',
      right: 'notice.read',
      operation: 'getNoticePreference',
      method: 'get',
      path: '/notices/preference',
      summary: 'Cách mình nhận thông báo ngoài trang làm việc',
      answer: preference,
      handle: async ({ actor }) => {
        const { quietFrom, quietTo, ...rest } = await findDeliveryPreference(pool, actor.id);
        return { ...rest, quiet: quietFrom === null ? null : { from: quietFrom, to: quietTo } };
      },
    }),
    endpoint({
      ...bare,
      tag: 'notices',
      right: null,
      operation: 'setNoticePreference',
      method: 'put',
      path: '/notices/preference',
      summary: 'Đặt cách nhận: có nhận thư không, giờ yên lặng, giờ nhận thư gộp, việc nào không cần thư',
      body: preference,
      answer: done,
      handle: async ({ actor, body }) => {
        await casework.chooseNotices(actor, body);
        return DONE;
      },
    }),
  ];
}
