import type { Actor } from '@lamro/access';
import { changeAssignment, insertAssignment, listAssignments, meetDeadline } from '@lamro/database';
import { agencyIdSchema } from '@lamro/domain';
import { caseNotices } from '@lamro/wording';
import { z } from 'zod';
import { tieClock } from '../assignment/task-clock.ts';
import { tell } from '../notice/tell.ts';
import { parseInput } from '../refusal/parse-input.ts';
import { CommandRefused } from '../refusal/refusal.ts';
import type { Context } from '../scope/context.ts';
import { caseInput, idSchema, onCase } from '../scope/on-case.ts';
import { type CaseResult, keepText, record } from '../scope/scope.ts';

const WHILE_ANSWERING = ['assigned', 'accepted', 'responding', 'sent-back', 'submitted'] as const;
const words = z.string().trim().min(1).max(20_000).normalize('NFC');

const requestSchema = z.object({ ...caseInput, agency: agencyIdSchema, question: words });
export type RequestOpinionInput = z.input<typeof requestSchema>;

/**
 * Asks another agency's opinion: a task of its own beside the answer, with its own clock.
 *
 * @throws CommandRefused
 */
export async function requestOpinion(
  context: Context,
  actor: Actor,
  input: RequestOpinionInput,
): Promise<CaseResult & { readonly assignmentId: string }> {
  const wanted = parseInput(requestSchema, input);
  const spec = { right: 'case.request-opinion', concern: 'lead', from: WHILE_ANSWERING } as const;
  return onCase(context, actor, wanted, spec, async (scope) => {
    const { procedure, row } = scope;
    const name = procedure.agencyName(wanted.agency);
    if (name === null || wanted.agency === row.leadAgency) {
      throw new CommandRefused('invalid-input', 'Phải chọn một cơ quan khác trong hồ sơ tỉnh để lấy ý kiến.');
    }
    const tasks = await listAssignments(scope.db, row.id);
    if (tasks.some(({ task, agency, state }) => task === 'opinion' && agency === wanted.agency && state === 'open')) {
      throw new CommandRefused('wrong-state', `Đang chờ ý kiến của ${name}: hãy đợi trả lời trước khi hỏi thêm.`);
    }
    const question = await keepText(scope, wanted.question);
    const assignmentId = await insertAssignment(scope.db, {
      profile: row.profile,
      caseId: row.id,
      agency: wanted.agency,
      task: 'opinion',
      state: 'open',
      basis: 'internal',
      citations: [],
      instructionTextId: question.id,
      reasonTextId: null,
      deadlineId: null,
      assignedBy: actor.id,
      at: scope.at,
    });
    await tieClock(scope, assignmentId, 'opinion');
    const evidence = { assignment: assignmentId, agency: wanted.agency };
    const result = await record(scope, { command: 'request-opinion', evidence });
    await tell(scope, result.seq, {
      kind: 'opinion-requested',
      roles: ['officer', 'leader'],
      agencies: [wanted.agency],
      ...caseNotices.opinionRequested(row.number, row.title, name),
    });
    return { ...result, assignmentId };
  });
}

const giveSchema = z.object({ ...caseInput, assignmentId: idSchema, opinion: words });
export type GiveOpinionInput = z.input<typeof giveSchema>;

/**
 * The asked agency answers.
 *
 * @throws CommandRefused
 */
export async function giveOpinion(context: Context, actor: Actor, input: GiveOpinionInput): Promise<CaseResult> {
  const wanted = parseInput(giveSchema, input);
  const spec = { right: 'case.give-opinion', concern: 'concerned', from: WHILE_ANSWERING } as const;
  return onCase(context, actor, wanted, spec, async (scope) => {
    const tasks = await listAssignments(scope.db, scope.row.id);
    const task = tasks.find(({ id, task }) => id === wanted.assignmentId && task === 'opinion');
    if (task === undefined) {
      throw new CommandRefused(
        'not-found',
        `Hồ sơ này không có yêu cầu cho ý kiến ${wanted.assignmentId}: hãy tải lại trang.`,
      );
    }
    if (actor.agency !== null && actor.agency !== task.agency) {
      throw new CommandRefused('forbidden', `Chỉ ${scope.procedure.agencyName(task.agency)} được trả lời yêu cầu này.`);
    }
    if (task.state !== 'open') throw new CommandRefused('wrong-state', 'Yêu cầu này đã được trả lời hoặc đã hủy.');
    const answer = await keepText(scope, wanted.opinion);
    await changeAssignment(scope.db, {
      id: task.id,
      state: 'done',
      at: scope.at,
      by: actor.id,
      answerTextId: answer.id,
    });
    if (task.deadlineId !== null) await meetDeadline(scope.db, task.deadlineId, scope.at);
    const evidence = { assignment: task.id, agency: task.agency, text: answer.sha256 };
    const result = await record(scope, { command: 'give-opinion', evidence });
    await tell(scope, result.seq, {
      kind: 'opinion-given',
      roles: ['officer', 'analyst', 'leader'],
      agencies: scope.row.leadAgency === null ? [] : [scope.row.leadAgency],
      ...caseNotices.opinionGiven(
        scope.row.number,
        scope.row.title,
        scope.procedure.agencyName(task.agency) ?? task.agency,
      ),
    });
    return result;
  });
}
