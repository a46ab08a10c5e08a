import { viewBriefingLetters, viewBriefingRecipients } from '@lamro/database';
import { z } from 'zod';
import { bare, type Endpoint, endpoint } from '../../endpoint/endpoint.ts';
import { count, id, idParam, instant, maybe, text, words } from '../../endpoint/fields.ts';
import type { ApiParts } from '../../endpoint/parts.ts';

const tag = 'briefings';
const recipient = z.object({ id, name: text, address: text, addedAt: instant });
const letter = z.object({
  id,
  recipient: text,
  state: text,
  attempts: count,
  detail: maybe(text),
  finishedAt: maybe(instant),
});

/** Institutions that get each issued briefing, and the letters to them. */
export function recipientEndpoints({ pool, casework }: ApiParts): readonly Endpoint[] {
  return [
    endpoint({
      ...bare,
      tag,
      right: 'briefing.read',
      operation: 'listBriefingRecipients',
      method: 'get',
      path: '/briefing-recipients',
      summary: 'Danh sách cơ quan nhận bản tin qua thư điện tử',
      answer: z.object({ items: z.array(recipient) }),
      handle: async ({ actor }) => ({ items: await viewBriefingRecipients(pool, actor.profile) }),
    }),
    endpoint({
      ...bare,
      tag,
      right: null,
      operation: 'addBriefingRecipient',
      method: 'post',
      path: '/briefing-recipients',
      summary: 'Thêm cơ quan nhận bản tin',
      body: z.strictObject({ name: words(300), address: z.email().max(254) }),
      status: 201,
      answer: z.object({ recipientId: id }),
      handle: ({ actor, body }) => casework.addBriefingRecipient(actor, body),
    }),
    endpoint({
      ...bare,
      tag,
      right: null,
      operation: 'removeBriefingRecipient',
      method: 'delete',
      path: '/briefing-recipients/{id}',
      summary: 'Bỏ cơ quan khỏi danh sách nhận bản tin',
      params: idParam,
      answer: z.object({ recipientId: id }),
      handle: ({ actor, params }) => casework.removeBriefingRecipient(actor, { recipientId: params.id }),
    }),
    endpoint({
      ...bare,
      tag,
      right: 'briefing.read',
      operation: 'listBriefingLetters',
      method: 'get',
      path: '/briefings/{id}/letters',
      summary: 'Thư gửi một bản tin đã phát hành và kết quả từng thư',
      params: idParam,
      answer: z.object({ items: z.array(letter) }),
      handle: async ({ actor, params }) => {
        const { row } = await casework.openBriefing(actor, { briefingId: params.id });
        return { items: await viewBriefingLetters(pool, row.id) };
      },
    }),
  ];
}
