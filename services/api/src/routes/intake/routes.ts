import { languageSchema } from '@lamro/domain';
import { z } from 'zod';
import { bare, type Endpoint, endpoint } from '../../endpoint/endpoint.ts';
import { id, words } from '../../endpoint/fields.ts';
import type { ApiParts } from '../../endpoint/parts.ts';

const facts = {
  outlet: words(200).optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  language: languageSchema.optional(),
};
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
export function intakeEndpoints({ casework }: ApiParts): readonly Endpoint[] {
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
  ];
}
