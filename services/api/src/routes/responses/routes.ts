import { LANGUAGES } from '@lamro/domain';
import { z } from 'zod';
import { bare, type Endpoint, endpoint } from '../../endpoint/endpoint.ts';
import { caseParam, count, id, maybe, reason, text, words } from '../../endpoint/fields.ts';
import type { ApiParts } from '../../endpoint/parts.ts';
import { caseCommand } from '../cases/command.ts';
import { noteBody, reasonBody, response } from '../cases/schema.ts';

const tag = 'responses';
const finding = z.object({ kind: text, severity: text, quote: text, why: text, recordId: maybe(id) });

/** Answers: drafts, their comments, and the decisions on them. */
export function responseEndpoints(parts: ApiParts): readonly Endpoint[] {
  const { casework } = parts;
  return [
    endpoint({
      ...bare,
      tag,
      right: 'case.read',
      operation: 'listResponses',
      method: 'get',
      path: '/cases/{caseId}/responses',
      summary: 'Các bản trả lời mà người đọc được xem',
      params: caseParam,
      answer: z.object({ items: z.array(response) }),
      handle: async ({ actor, params }) => ({ items: (await casework.viewCase(actor, params)).responses }),
    }),
    caseCommand({
      operation: 'draftResponse',
      path: 'draft',
      tag,
      summary: 'Ghi bản dự thảo tiếp theo',
      body: z.strictObject({ language: z.enum(LANGUAGES).optional(), title: words(300), body: words(100_000) }),
      extra: { responseId: id, responseNumber: count },
      run: casework.draft,
    }),
    caseCommand({
      operation: 'commentResponse',
      path: 'comment',
      tag,
      summary: 'Góp ý dự thảo',
      body: z.strictObject({ responseId: id, body: words(10_000) }),
      extra: { commentId: id },
      run: casework.comment,
    }),
    endpoint({
      ...bare,
      tag,
      right: null,
      operation: 'checkDraft',
      method: 'get',
      path: '/cases/{caseId}/responses/{responseId}/findings',
      summary: 'Những điểm cần sửa hoặc xác nhận trước khi trình',
      params: z.strictObject({ caseId: id, responseId: id }),
      answer: z.object({ items: z.array(finding) }),
      handle: async ({ actor, params }) => ({ items: await casework.checkDraft(actor, params) }),
    }),
    ...decisions(parts),
  ];
}

function decisions({ casework }: ApiParts): readonly Endpoint[] {
  return [
    caseCommand({
      operation: 'submitResponse',
      path: 'submit',
      tag,
      summary: 'Trình duyệt',
      body: z.strictObject({ note: reason.optional(), acknowledge: z.boolean().optional() }),
      run: casework.submit,
    }),
    caseCommand({
      operation: 'sendBackResponse',
      path: 'send-back',
      tag,
      summary: 'Trả lại dự thảo để sửa',
      body: reasonBody,
      run: casework.sendBack,
    }),
    caseCommand({
      operation: 'approveResponse',
      path: 'approve',
      tag,
      summary: 'Duyệt nội dung trả lời',
      body: noteBody,
      run: casework.approve,
    }),
  ];
}
