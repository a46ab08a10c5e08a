import { viewWebhooks } from '@lamro/database';
import { noticeKindSchema } from '@lamro/domain';
import { z } from 'zod';
import { bare, type Endpoint, endpoint } from '../../endpoint/endpoint.ts';
import { count, DONE, done, id, idParam, instant, maybe, text } from '../../endpoint/fields.ts';
import type { ApiParts } from '../../endpoint/parts.ts';

const tag = 'webhooks';
const kinds = z.array(noticeKindSchema).max(50);
const webhook = z.object({
  id,
  url: text,
  kinds: z.array(text),
  enabled: z.boolean(),
  createdAt: instant,
  failing: count,
  oldSecretUntil: maybe(instant),
});
const secretShown = z.object({ webhookId: id, secret: text });

/** Addresses that get notices, signed with a secret that is shown once. Where an address may lead is checked when it is called. */
export function webhookEndpoints(parts: ApiParts): readonly Endpoint[] {
  const { pool, casework } = parts;
  return [
    endpoint({
      ...bare,
      tag,
      right: 'webhook.change',
      operation: 'listWebhooks',
      method: 'get',
      path: '/webhooks',
      summary: 'Các địa chỉ nhận thông báo và số lần gửi đang hỏng',
      answer: z.object({ items: z.array(webhook) }),
      handle: async ({ actor }) => ({ items: await viewWebhooks(pool, actor.profile) }),
    }),
    endpoint({
      ...bare,
      tag,
      right: null,
      operation: 'addWebhook',
      method: 'post',
      path: '/webhooks',
      summary: 'Thêm địa chỉ nhận thông báo; khóa ký chỉ hiện một lần',
      secret: true,
      status: 201,
      body: z.strictObject({ url: z.string().trim().max(2_048), kinds: kinds.default([]) }),
      answer: secretShown,
      handle: ({ actor, body }) => casework.addWebhook(actor, body),
    }),
    endpoint({
      ...bare,
      tag,
      right: null,
      operation: 'rotateWebhook',
      method: 'post',
      path: '/webhooks/{id}/rotate',
      summary: 'Đổi khóa ký; khóa mới chỉ hiện một lần, khóa cũ còn ký cùng trong 24 giờ',
      secret: true,
      params: idParam,
      answer: secretShown,
      handle: ({ actor, params }) => casework.rotateWebhook(actor, { webhookId: params.id }),
    }),
    change(parts, 'enableWebhook', 'enable', 'Bật lại', true),
    change(parts, 'disableWebhook', 'disable', 'Tạm tắt; thông báo đang chờ gửi sẽ hỏng', false),
    endpoint({
      ...bare,
      tag,
      right: null,
      operation: 'removeWebhook',
      method: 'delete',
      path: '/webhooks/{id}',
      summary: 'Bỏ địa chỉ; lịch sử gửi được giữ',
      params: idParam,
      answer: done,
      handle: async ({ actor, params }) => {
        await casework.removeWebhook(actor, { webhookId: params.id });
        return DONE;
      },
    }),
  ];
}

function change(parts: ApiParts, operation: string, path: string, summary: string, enabled: boolean): Endpoint {
  return endpoint({
    ...bare,
    tag,
    right: null,
    operation,
    method: 'post',
    path: `/webhooks/{id}/${path}`,
    summary,
    params: idParam,
    answer: done,
    handle: async ({ actor, params }) => {
      await parts.casework.switchWebhook(actor, { webhookId: params.id, enabled });
      return DONE;
    },
  });
}
