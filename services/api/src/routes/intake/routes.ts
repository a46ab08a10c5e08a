import { viewOwnReports } from '@lamro/database';
import { languageSchema } from '@lamro/domain';
import { z } from 'zod';
import { bare, type Endpoint, endpoint } from '../../endpoint/endpoint.ts';
import { id, idCursor, instant, listOf, maybe, paged, reason, text, words } from '../../endpoint/fields.ts';
import type { ApiParts } from '../../endpoint/parts.ts';

const facts = {
  outlet: words(200).optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  language: languageSchema.optional(),
  /** What seems wrong with it. */
  reason,
  receivedBy: z.enum(['agency', 'hotline']).default('agency'),
};
const ownReport = z.object({
  id,
  articleId: id,
  title: text,
  reason: maybe(text),
  receivedBy: text,
  reportedAt: instant,
  outcome: maybe(text),
});
const report = z.union([
  z.strictObject({ url: z.string().trim().min(1).max(2_048), ...facts }),
  z.strictObject({
    title: words(1_000),
    text: words(200_000),
    ...facts,
    outlet: words(200),
    publishedAt: z.union([z.iso.date(), z.iso.datetime({ offset: true })]).optional(),
  }),
]);

/** Items that agencies and the hotline's staff point out. */
export function intakeEndpoints({ casework, pool }: ApiParts): readonly Endpoint[] {
  return [
    endpoint({
      ...bare,
      tag: 'intake',
      right: 'press.report',
      operation: 'reportItem',
      method: 'post',
      path: '/intake',
      summary: 'Báo một tin, bài bằng địa chỉ hoặc nguyên văn; đi tiếp như tin tự tìm thấy',
      body: report,
      status: 201,
      answer: z.object({ articleId: id, known: z.boolean() }),
      handle: ({ actor, body }) => casework.reportItem(actor, body),
    }),
    endpoint({
      ...bare,
      tag: 'intake',
      right: 'press.report',
      operation: 'listOwnReports',
      method: 'get',
      path: '/intake',
      summary: 'Tin mình đã báo và kết quả xử lý, mới nhất trước',
      query: z.strictObject(idCursor),
      answer: listOf(ownReport),
      handle: async ({ actor: { profile, id: reporterId }, query: { cursor = null, limit } }) => {
        const rows = await viewOwnReports(pool, { profile, reporterId, afterId: cursor, limit: limit + 1 });
        return paged(rows, limit, (row) => row.id);
      },
    }),
  ];
}
