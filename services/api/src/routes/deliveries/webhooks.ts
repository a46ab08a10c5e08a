import { randomBytes } from 'node:crypto';
import { changeWebhook, insertWebhook, viewWebhooks } from '@lamro/database';
import { z } from 'zod';
import { noted } from '../../command/noted.ts';
import { bare, type Endpoint, endpoint } from '../../endpoint/endpoint.ts';
import { count, DONE, done, id, idParam, instant, text } from '../../endpoint/fields.ts';
import { found } from '../../endpoint/found.ts';
import type { ApiParts } from '../../endpoint/parts.ts';
import { CallRefused } from '../../problem/problem.ts';

const about = { tag: 'webhooks', right: 'webhook.change' } as const;
const UNIQUE_VIOLATION = '23505';
const kinds = z.array(z.string().regex(/^[a-z][a-z-]{0,59}$/)).max(50);
const webhook = z.object({
  id,
  url: text,
  kinds: z.array(text),
  enabled: z.boolean(),
  createdAt: instant,
  failing: count,
});

/** Addresses that get notices, signed with a secret that is shown once. Where an address may lead is checked when it is called. */
export function webhookEndpoints(parts: ApiParts): readonly Endpoint[] {
  const { pool } = parts;
  return [
    endpoint({
      ...bare,
      ...about,
      operation: 'listWebhooks',
      method: 'get',
      path: '/webhooks',
      summary: 'Các địa chỉ nhận thông báo và số lần gửi đang hỏng',
      answer: z.object({ items: z.array(webhook) }),
      handle: async ({ actor }) => ({ items: await viewWebhooks(pool, actor.profile) }),
    }),
    endpoint({
      ...bare,
      ...about,
      operation: 'addWebhook',
      method: 'post',
      path: '/webhooks',
      summary: 'Thêm địa chỉ nhận thông báo; khóa ký chỉ hiện một lần',
      secret: true,
      status: 201,
      body: z.strictObject({ url: z.url({ protocol: /^https?$/ }).max(2_048), kinds: kinds.default([]) }),
      answer: z.object({ webhookId: id, secret: text }),
      handle: async ({ actor, body }) => {
        const secret = `whsec_${randomBytes(32).toString('base64')}`;
        const trace = { action: 'add-webhook', objectKind: 'webhook', objectId: null };
        const { profile, id: createdBy } = actor;
        const webhookId = await noted(parts, actor, trace, (db, at) =>
          insertWebhook(db, { ...body, profile, secret, createdBy, at }),
        ).catch(refuseTaken);
        return { webhookId, secret };
      },
    }),
    change(parts, 'enableWebhook', 'enable', 'Bật lại', true),
    change(parts, 'disableWebhook', 'disable', 'Tạm tắt; thông báo đang chờ gửi sẽ hỏng', false),
    endpoint({
      ...bare,
      ...about,
      operation: 'removeWebhook',
      method: 'delete',
      path: '/webhooks/{id}',
      summary: 'Bỏ địa chỉ; lịch sử gửi được giữ',
      params: idParam,
      answer: done,
      handle: async ({ actor, params }) => {
        const trace = { action: 'remove-webhook', objectKind: 'webhook', objectId: params.id };
        await noted(parts, actor, trace, async (db, removedAt) => {
          const wanted = { profile: actor.profile, id: params.id, enabled: false, removedAt };
          found((await changeWebhook(db, wanted)) ? DONE : null);
        });
        return DONE;
      },
    }),
  ];
}

function change(parts: ApiParts, operation: string, path: string, summary: string, enabled: boolean): Endpoint {
  return endpoint({
    ...bare,
    ...about,
    operation,
    method: 'post',
    path: `/webhooks/{id}/${path}`,
    summary,
    params: idParam,
    answer: done,
    handle: async ({ actor, params }) => {
      const trace = { action: `${path}-webhook`, objectKind: 'webhook', objectId: params.id };
      await noted(parts, actor, trace, async (db) => {
        const wanted = { profile: actor.profile, id: params.id, enabled, removedAt: null };
        found((await changeWebhook(db, wanted)) ? DONE : null);
      });
      return DONE;
    },
  });
}

function refuseTaken(error: unknown): never {
  if (error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION)
    throw new CallRefused('conflict', 'Địa chỉ này đã nhận thông báo: hãy bỏ địa chỉ cũ trước nếu muốn khóa ký mới.');
  throw error;
}
