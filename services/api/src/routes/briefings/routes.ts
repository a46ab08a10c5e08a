import { viewBriefingFile, viewBriefings } from '@lamro/database';
import { briefingContentSchema } from '@lamro/domain';
import { z } from 'zod';
import { bare, type Endpoint, endpoint, fileEndpoint } from '../../endpoint/endpoint.ts';
import { count, id, idParam, instant, maybe, text } from '../../endpoint/fields.ts';
import { found } from '../../endpoint/found.ts';
import type { ApiParts } from '../../endpoint/parts.ts';
import { setVersion } from '../../endpoint/version.ts';
import { briefingCommands } from './commands.ts';
import { recipientEndpoints } from './recipients.ts';

const about = { tag: 'briefings', right: 'briefing.read' } as const;
const MOST_BRIEFINGS = 200;
const FORMATS = ['docx', 'pdf', 'xlsx', 'html'] as const;
const file = z.object({ format: text, bytes: count });
const listed = z.object({
  id,
  label: text,
  edition: count,
  state: text,
  periodFrom: instant,
  periodTo: instant,
  issuedAt: maybe(instant),
  issuedBy: maybe(text),
  eventRoot: maybe(text),
  files: z.array(file),
});
const opened = z.object({
  id,
  label: text,
  edition: count,
  state: text,
  version: count,
  periodFrom: instant,
  periodTo: instant,
  issuedAt: maybe(instant),
  eventRoot: maybe(text),
  number: maybe(count),
  signer: maybe(text),
  content: briefingContentSchema,
  files: z.array(file),
});

/** Weekly briefings and reports of other periods. */
export function briefingEndpoints(parts: ApiParts): readonly Endpoint[] {
  const { pool, casework } = parts;
  return [
    endpoint({
      ...bare,
      ...about,
      operation: 'listBriefings',
      method: 'get',
      path: '/briefings',
      summary: 'Bản tin, báo cáo; mới nhất trước',
      answer: z.object({ items: z.array(listed) }),
      handle: async ({ actor }) => ({ items: await viewBriefings(pool, actor.profile, MOST_BRIEFINGS) }),
    }),
    endpoint({
      ...bare,
      ...about,
      operation: 'getBriefing',
      method: 'get',
      path: '/briefings/{id}',
      summary: 'Một bản tin với toàn bộ nội dung',
      params: idParam,
      answer: opened,
      handle: async ({ actor, params, headers }) => {
        const { row, content, files } = await casework.openBriefing(actor, { briefingId: params.id });
        setVersion(headers, row.version);
        return { ...row, content, files };
      },
    }),
    ...briefingCommands(parts),
    ...recipientEndpoints(parts),
    fileOfBriefing(parts),
  ];

  function fileOfBriefing({ blobStore }: ApiParts): Endpoint {
    return fileEndpoint({
      ...bare,
      ...about,
      operation: 'openBriefingFile',
      method: 'get',
      path: '/briefings/{id}/files/{format}',
      summary: 'Tệp của bản tin đã phát hành',
      params: idParam.extend({ format: z.enum(FORMATS) }),
      media: ['application/octet-stream'],
      handle: async ({ actor: { profile }, params }) => {
        const { format } = params;
        const wanted = { profile, briefingId: params.id, format };
        const { sha256, label, edition } = found(await viewBriefingFile(pool, wanted));
        return new Response(Uint8Array.from(await blobStore.get(sha256)), {
          headers: {
            'content-type': 'application/octet-stream',
            'content-disposition': `attachment; filename="ban-tin-${label}-${edition}.${format}"`,
          },
        });
      },
    });
  }
}
