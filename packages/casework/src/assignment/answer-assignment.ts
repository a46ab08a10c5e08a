import type { Actor } from '@lamro/access';
import { type AssignmentRow, cancelDeadlines, changeAssignment, listAssignments } from '@lamro/database';
import { agencyIdSchema } from '@lamro/domain';
import { caseNotices } from '@lamro/wording';
import { z } from 'zod';
import { tell } from '../notice/tell.ts';
import { parseInput } from '../refusal/parse-input.ts';
import { CommandRefused } from '../refusal/refusal.ts';
import { stopClock } from '../scope/clock.ts';
import type { Context } from '../scope/context.ts';
import { caseInput, fromStates, onCase, reasonSchema } from '../scope/on-case.ts';
import { type CaseResult, record, type Scope } from '../scope/scope.ts';

const acceptSchema = z.object(caseInput);
export type AcceptInput = z.input<typeof acceptSchema>;

/**
 * The lead agency takes the case on.
 *
 * @throws CommandRefused
 */
export async function accept(context: Context, actor: Actor, input: AcceptInput): Promise<CaseResult> {
  const wanted = parseInput(acceptSchema, input);
  const spec = { right: 'case.accept', concern: 'lead', from: fromStates('accept') } as const;
  return onCase(context, actor, wanted, spec, async (scope) => {
    const task = await responseTask(scope);
    await changeAssignment(scope.db, { id: task.id, state: 'accepted', at: scope.at, by: scope.author.id });
    await stopClock(scope, 'accept');
    return record(scope, { command: 'accept', toState: 'accepted', evidence: { assignment: task.id } });
  });
}

const returnSchema = z.object({
  ...caseInput,
  reason: reasonSchema,
  /** The agency whose duty it is instead. */
  rightAgency: agencyIdSchema,
});
export type ReturnCaseInput = z.input<typeof returnSchema>;

/**
 * The lead agency hands the case back and names the right agency.
 *
 * @throws CommandRefused
 */
export async function returnCase(context: Context, actor: Actor, input: ReturnCaseInput): Promise<CaseResult> {
  const wanted = parseInput(returnSchema, input);
  const spec = { right: 'case.return', concern: 'lead', from: fromStates('return') } as const;
  return onCase(context, actor, wanted, spec, async (scope) => {
    checkRightAgency(scope, wanted.rightAgency, scope.row.leadAgency);
    for (const task of await unfinishedTasks(scope)) {
      const own = task.task === 'response';
      const state = own ? 'returned' : 'cancelled';
      const returnedTo = own ? { returnedTo: wanted.rightAgency } : {};
      await changeAssignment(scope.db, { id: task.id, state, at: scope.at, by: scope.author.id, ...returnedTo });
    }
    await cancelDeadlines(scope.db, scope.row.id, scope.at);
    const result = await record(scope, {
      command: 'return',
      toState: 'returned',
      reason: wanted.reason,
      evidence: { agency: scope.row.leadAgency, rightAgency: wanted.rightAgency },
    });
    await tell(scope, result.seq, {
      kind: 'case-returned',
      roles: ['analyst', 'coordinator'],
      agencies: [],
      ...caseNotices.returned(scope.row.number, scope.procedure.agencyName(wanted.rightAgency) ?? wanted.rightAgency),
    });
    return result;
  });
}

/** @throws CommandRefused `invalid-input` for an agency that the province does not have, or the one that hands the task back */
export function checkRightAgency(scope: Scope, agency: string, from: string | null): void {
  if (scope.procedure.agencyName(agency) === null) {
    throw new CommandRefused(
      'invalid-input',
      `Không có cơ quan "${agency}" trong hồ sơ tỉnh: hãy chọn trong danh sách.`,
    );
  }
  if (agency === from) {
    throw new CommandRefused(
      'invalid-input',
      'Cơ quan được đề nghị phải khác cơ quan đang được giao: hãy chọn đúng cơ quan có trách nhiệm.',
    );
  }
}

async function unfinishedTasks(scope: Scope): Promise<readonly AssignmentRow[]> {
  const tasks = await listAssignments(scope.db, scope.row.id);
  return tasks.filter((task) => task.state === 'open' || task.state === 'accepted');
}

/** The task of answering that now runs; a case in its states always has one. */
export async function responseTask(scope: Scope): Promise<AssignmentRow> {
  const task = (await unfinishedTasks(scope)).find((candidate) => candidate.task === 'response');
  if (task === undefined) throw new Error(`case ${scope.row.id} in ${scope.row.state} has no running response task`);
  return task;
}
