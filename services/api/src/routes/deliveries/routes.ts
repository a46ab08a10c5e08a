import { decideDelivery, findDeliveryPreference, saveDeliveryPreference, viewDeliveries } from '@lamro/database';
import { z } from 'zod';
import { noted } from '../../command/noted.ts';
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
  messageId: text,
  digest: z.boolean(),
  state: text,
  attempts: count,
  nextAttemptAt: instant,
  detail: maybe(text),
  createdAt: instant,
  finishedAt: maybe(instant),
});
const preference = z.strictObject({
  email: z.boolean(),
  quiet: z.union([z.strictObject({ from: timeOfDay, to: timeOfDay }), z.null()]),
  digestHours: z.array(z.number().int().min(0).max(23)).max(24),
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
      query: z.strictObject({ state: z.enum(STATES).optional(), ...idCursor }),
      answer: listOf(delivery),
      handle: async ({ actor: { profile }, query: { state = null, cursor = null, limit } }) => {
        const rows = await viewDeliveries(pool, { profile, state, afterId: cursor, limit: limit + 1 });
        return paged(rows, limit, (row) => row.id);
      },
    }),
    decision(parts, 'replayDelivery', 'replay', 'Gửi lại một lần gửi hỏng hoặc không chắc', true),
    decision(parts, 'settleDelivery', 'settle', 'Ghi nhận không cần gửi lại', false),
    ...preferenceEndpoints(parts),
    ...webhookEndpoints(parts),
  ];
}

function decision(parts: ApiParts, operation: string, path: string, summary: string, again: boolean): Endpoint {
  return endpoint({
    ...bare,
    ...administered,
    operation,
    method: 'post',
    path: `/deliveries/{id}/${path}`,
    summary,
    params: idParam,
    answer: done,
    handle: async ({ actor, params }) => {
      const trace = { action: `${path}-delivery`, objectKind: 'delivery', objectId: params.id };
      await noted(parts, actor, trace, async (db, at) => {
        const { profile, id: by } = actor;
        found((await decideDelivery(db, { profile, id: params.id, again, by, at })) ? DONE : null);
      });
      return DONE;
    },
  });
}

function preferenceEndpoints({ pool }: ApiParts): readonly Endpoint[] {
  const own = { tag: 'notices', right: 'notice.read' } as const;
  return [
    endpoint({
      ...bare,
      ...own,
      operation: 'getNoticePreference',
      method: 'get',
      path: '/notices/preference',
      summary: 'Cách mình nhận thông báo ngoài trang làm việc',
      answer: preference,
      handle: async ({ actor }) => {
        const { email, quietFrom, quietTo, digestHours } = await findDeliveryPreference(pool, actor.id);
        return { email, quiet: quietFrom === null ? null : { from: quietFrom, to: quietTo }, digestHours };
      },
    }),
    endpoint({
      ...bare,
      ...own,
      operation: 'setNoticePreference',
      method: 'put',
      path: '/notices/preference',
      summary: 'Đặt cách nhận: có nhận thư không, giờ yên lặng, giờ nhận thư gộp',
      body: preference,
      answer: done,
      handle: async ({ actor, body }) => {
        const { email, quiet, digestHours } = body;
        await saveDeliveryPreference(pool, {
          accountId: actor.id,
          profile: actor.profile,
          email,
          quietFrom: quiet?.from ?? null,
          quietTo: quiet?.to ?? null,
          digestHours: [...new Set(digestHours)],
        });
        return DONE;
      },
    }),
  ];
}
