import { DOSSIER_SECTIONS } from '@lamro/casework';
import { viewCaseFiles } from '@lamro/database';
import { agencyIdSchema } from '@lamro/domain';
import { z } from 'zod';
import { bare, type Endpoint, endpoint, fileEndpoint, nothing } from '../../endpoint/endpoint.ts';
import { caseParam, count, id, instant, maybe, reason, text, words } from '../../endpoint/fields.ts';
import type { ApiParts } from '../../endpoint/parts.ts';
import { setVersion } from '../../endpoint/version.ts';
import { caseCommand } from '../cases/command.ts';
import { caseResult, returnBody } from '../cases/schema.ts';

const tag = 'dossiers';
const itemBody = z.strictObject({
  section: z.enum(DOSSIER_SECTIONS),
  body: words(20_000),
  recordId: id.optional(),
  attachmentId: id.optional(),
  sourceUrl: z.url({ protocol: /^https?$/ }).optional(),
  replaces: id.optional(),
});
const section = z.object({
  section: text,
  required: z.boolean(),
  filled: z.boolean(),
  items: z.array(z.object({ id, section: text, body: text, createdAt: instant.optional() })),
});
const file = z.object({
  id,
  fileName: text,
  mediaType: text,
  bytes: count,
  sha256: text,
  readable: z.boolean(),
  certifiedAt: maybe(instant),
  uploadedBy: text,
  uploadedAt: instant,
});

/** The dossier of evidence of a case, and its files. */
export function dossierEndpoints(parts: ApiParts): readonly Endpoint[] {
  const { casework } = parts;
  return [
    endpoint({
      ...bare,
      tag,
      right: 'case.read-drafts',
      operation: 'getDossier',
      method: 'get',
      path: '/cases/{caseId}/dossier',
      summary: 'Hồ sơ chứng cứ theo từng mục',
      params: caseParam,
      answer: z.object({ sections: z.array(section) }),
      handle: async ({ actor, params }) => ({ sections: (await casework.viewCase(actor, params)).dossier }),
    }),
    caseCommand({
      operation: 'addDossierItem',
      path: 'dossier/items',
      tag,
      summary: 'Thêm mục vào hồ sơ chứng cứ',
      body: itemBody,
      extra: { itemId: id },
      run: casework.addDossierItem,
    }),
    caseCommand({
      operation: 'finishDossier',
      path: 'dossier/finish',
      tag,
      summary: 'Hoàn thành hồ sơ chứng cứ',
      body: nothing,
      run: casework.finishDossier,
    }),
    ...taskCommands(parts),
    ...fileEndpoints(parts),
  ];
}

function taskCommands({ casework }: ApiParts): readonly Endpoint[] {
  return [
    caseCommand({
      operation: 'assignDossier',
      path: 'dossier/assign',
      tag,
      summary: 'Giao cơ quan khác lập hồ sơ chứng cứ',
      body: z.strictObject({ agency: agencyIdSchema, reason }),
      run: casework.assignDossier,
    }),
    caseCommand({
      operation: 'acceptDossier',
      path: 'dossier/accept',
      tag,
      summary: 'Nhận việc lập hồ sơ chứng cứ',
      body: nothing,
      run: casework.acceptDossier,
    }),
    caseCommand({
      operation: 'returnDossier',
      path: 'dossier/return',
      tag,
      summary: 'Trả lại việc lập hồ sơ chứng cứ, nêu cơ quan đúng thẩm quyền',
      body: returnBody,
      run: casework.returnDossier,
    }),
  ];
}

function fileEndpoints({ pool, casework }: ApiParts): readonly Endpoint[] {
  return [
    endpoint({
      ...bare,
      tag,
      right: 'case.read',
      operation: 'listCaseFiles',
      method: 'get',
      path: '/cases/{caseId}/files',
      summary: 'Tệp đính kèm của vụ việc',
      params: caseParam,
      answer: z.object({ items: z.array(file) }),
      handle: async ({ actor, params }) => {
        await casework.viewCase(actor, params);
        return { items: await viewCaseFiles(pool, actor.profile, params.caseId) };
      },
    }),
    endpoint({
      ...bare,
      tag,
      right: null,
      operation: 'attachFile',
      method: 'post',
      path: '/cases/{caseId}/files',
      summary: 'Đính kèm tệp; nội dung yêu cầu là nội dung tệp, tên tệp ở fileName',
      params: caseParam,
      query: z.strictObject({ fileName: words(255) }),
      bodyMedia: 'application/octet-stream',
      body: z.instanceof(Uint8Array),
      status: 201,
      answer: caseResult.extend({ attachmentId: id, readable: z.boolean() }),
      handle: async ({ actor, params, query, body, expectedVersion, headers }) => {
        const seen = expectedVersion === undefined ? {} : { expectedVersion };
        const result = await casework.attachFile(actor, { ...params, ...seen, fileName: query.fileName, bytes: body });
        setVersion(headers, result.version);
        return result;
      },
    }),
    fileEndpoint({
      ...bare,
      tag,
      right: null,
      operation: 'openFile',
      method: 'get',
      path: '/files/{attachmentId}',
      summary: 'Mở tệp đính kèm; mỗi lần mở được ghi nhật ký',
      params: z.strictObject({ attachmentId: id }),
      media: ['application/octet-stream'],
      handle: async ({ actor, params }) => {
        const { file: opened, bytes } = await casework.openAttachment(actor, params);
        return new Response(Uint8Array.from(bytes), {
          headers: {
            'content-type': 'application/octet-stream',
            'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(opened.fileName)}`,
          },
        });
      },
    }),
    caseCommand({
      operation: 'certifyFile',
      path: 'certify-file',
      tag,
      summary: 'Xác nhận tệp không có chữ đọc được không chứa bí mật nhà nước',
      body: z.strictObject({ attachmentId: id, reason }),
      run: casework.certifyFile,
    }),
  ];
}
