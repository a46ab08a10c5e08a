import { viewSpokespersons } from '@lamro/database';
import { agencyIdSchema } from '@lamro/domain';
import { z } from 'zod';
import { bare, type Endpoint, endpoint } from '../../endpoint/endpoint.ts';
import { DONE, done, id, idParam, instant, maybe, text, words } from '../../endpoint/fields.ts';
import type { ApiParts } from '../../endpoint/parts.ts';

const tag = 'spokespersons';
const ground = z.enum(['head', 'appointed', 'delegated']);
const spokesperson = z.object({
  id,
  agency: text,
  name: text,
  post: text,
  ground,
  documentNumber: maybe(text),
  validFrom: text,
  validTo: maybe(text),
  endedAt: maybe(instant),
});

/** The register of those who may speak. */
export function spokespersonEndpoints({ pool, casework }: ApiParts): readonly Endpoint[] {
  return [
    endpoint({
      ...bare,
      tag,
      right: 'spokesperson.read',
      operation: 'listSpokespersons',
      method: 'get',
      path: '/spokespersons',
      summary: 'Danh sách người phát ngôn',
      answer: z.object({ items: z.array(spokesperson) }),
      handle: async ({ actor }) => ({ items: await viewSpokespersons(pool, actor.profile) }),
    }),
    endpoint({
      ...bare,
      tag,
      right: null,
      operation: 'registerSpokesperson',
      method: 'post',
      path: '/spokespersons',
      summary: 'Ghi người phát ngôn vào danh sách',
      status: 201,
      body: z.strictObject({
        agency: agencyIdSchema,
        name: words(300),
        post: words(300),
        ground,
        documentNumber: words(300).nullable().optional(),
        validFrom: z.iso.date(),
        validTo: z.iso.date().nullable().optional(),
      }),
      answer: z.object({ spokespersonId: id }),
      handle: ({ actor, body }) => casework.registerSpokesperson(actor, body),
    }),
    endpoint({
      ...bare,
      tag,
      right: null,
      operation: 'endSpokesperson',
      method: 'post',
      path: '/spokespersons/{id}/end',
      summary: 'Thôi làm người phát ngôn',
      params: idParam,
      answer: done,
      handle: async ({ actor, params }) => {
        await casework.endSpokesperson(actor, { spokespersonId: params.id });
        return DONE;
      },
    }),
  ];
}
