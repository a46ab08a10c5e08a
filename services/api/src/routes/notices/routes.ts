import { readAllNotices, viewOwnNotices } from '@lamro/database';
import { z } from 'zod';
import { bare, type Endpoint, endpoint } from '../../endpoint/endpoint.ts';
import { DONE, done, id, idCursor, instant, listOf, maybe, paged, text } from '../../endpoint/fields.ts';
import type { ApiParts } from '../../endpoint/parts.ts';

const about = { tag: 'notices', right: 'notice.read' } as const;
const notice = z.object({
  id,
  kind: text,
  title: text,
  body: text,
  link: maybe(text),
  createdAt: instant,
  readAt: maybe(instant),
});

/** What somebody was told. */
export function noticeEndpoints({ pool, clock }: ApiParts): readonly Endpoint[] {
  return [
    endpoint({
      ...bare,
      ...about,
      operation: 'listNotices',
      method: 'get',
      path: '/notices',
      summary: 'Thông báo của mình, mới nhất trước',
      query: z.strictObject({ unread: z.enum(['true', 'false']).default('false'), ...idCursor }),
      answer: listOf(notice),
      handle: async ({ actor, query }) => {
        const rows = await viewOwnNotices(pool, {
          profile: actor.profile,
          recipient: actor.id,
          unreadOnly: query.unread === 'true',
          afterId: query.cursor ?? null,
          limit: query.limit + 1,
        });
        return paged(rows, query.limit, (row) => row.id);
      },
    }),
    endpoint({
      ...bare,
      ...about,
      operation: 'readNotices',
      method: 'post',
      path: '/notices/read',
      summary: 'Đánh dấu đã đọc đến một thông báo',
      body: z.strictObject({ upTo: id }),
      answer: done,
      handle: async ({ actor: { profile, id: recipient }, body }) => {
        await readAllNotices(pool, { profile, recipient, upTo: body.upTo, at: clock.now() });
        return DONE;
      },
    }),
  ];
}
