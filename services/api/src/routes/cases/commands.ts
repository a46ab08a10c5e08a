import { type Endpoint, nothing } from '../../endpoint/endpoint.ts';
import { id } from '../../endpoint/fields.ts';
import type { ApiParts } from '../../endpoint/parts.ts';
import { caseCommand } from './command.ts';
import {
  answerBody,
  assignBody,
  closeBody,
  noteBody,
  opinionBody,
  reasonBody,
  republicationBody,
  returnBody,
  silenceBody,
} from './schema.ts';

/** Commands on the case itself; those on its parts stand with the parts. */
export function caseCommands(parts: ApiParts): readonly Endpoint[] {
  return [...assignmentCommands(parts), ...opinionCommands(parts), ...closingCommands(parts)];
}

function assignmentCommands({ casework }: ApiParts): readonly Endpoint[] {
  return [
    caseCommand({
      operation: 'assignCase',
      path: 'assign',
      summary: 'Giao việc theo phân công hoặc cho cơ quan khác (kèm lý do)',
      body: assignBody,
      run: casework.assign,
    }),
    caseCommand({
      operation: 'approveAssignment',
      path: 'approve-assignment',
      summary: 'Duyệt việc giao',
      body: noteBody,
      run: casework.approveAssignment,
    }),
    caseCommand({
      operation: 'rejectAssignment',
      path: 'reject-assignment',
      summary: 'Không duyệt việc giao',
      body: reasonBody,
      run: casework.rejectAssignment,
    }),
    caseCommand({
      operation: 'acceptCase',
      path: 'accept',
      summary: 'Nhận việc',
      body: nothing,
      run: casework.accept,
    }),
    caseCommand({
      operation: 'returnCase',
      path: 'return',
      summary: 'Trả lại, nêu cơ quan đúng thẩm quyền',
      body: returnBody,
      run: casework.returnCase,
    }),
  ];
}

function opinionCommands({ casework }: ApiParts): readonly Endpoint[] {
  return [
    caseCommand({
      operation: 'requestOpinion',
      path: 'request-opinion',
      summary: 'Lấy ý kiến cơ quan khác',
      body: opinionBody,
      extra: { assignmentId: id },
      run: casework.requestOpinion,
    }),
    caseCommand({
      operation: 'giveOpinion',
      path: 'give-opinion',
      summary: 'Cho ý kiến',
      body: answerBody,
      run: casework.giveOpinion,
    }),
    caseCommand({
      operation: 'attachRepublication',
      path: 'attach-republication',
      summary: 'Gắn bài đăng lại vào vụ việc',
      body: republicationBody,
      run: casework.attachRepublication,
    }),
  ];
}

function closingCommands({ casework }: ApiParts): readonly Endpoint[] {
  return [
    caseCommand({
      operation: 'closeCase',
      path: 'close',
      summary: 'Kết thúc vụ việc',
      body: closeBody,
      run: casework.close,
    }),
    caseCommand({
      operation: 'closeWithoutResponse',
      path: 'close-without-response',
      summary: 'Quyết định không trả lời, nêu mức lan truyền, nguy cơ và lý do',
      body: silenceBody,
      run: casework.closeWithoutResponse,
    }),
    caseCommand({
      operation: 'reopenCase',
      path: 'reopen',
      summary: 'Mở lại vụ việc',
      body: reasonBody,
      run: casework.reopen,
    }),
  ];
}
