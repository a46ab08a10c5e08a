import type { Actor } from '@lamro/access';
import { changeAssignment, listAssignments } from '@lamro/database';
import { caseNotices } from '@lamro/wording';
import { z } from 'zod';
import { tell } from '../notice/tell.ts';
import { parseInput } from '../refusal/parse-input.ts';
import type { Context } from '../scope/context.ts';
import { caseInput, fromStates, onCase, reasonSchema } from '../scope/on-case.ts';
import { type CaseResult, record } from '../scope/scope.ts';
import { openTasks } from './assign.ts';

const approveSchema = z.object({ ...caseInput, note: reasonSchema.optional() });
export type ApproveAssignmentInput = z.input<typeof approveSchema>;

/**
 * A leader approves who answers; the agencies are told and their clocks start.
 *
 * @throws CommandRefused
 */
export async function approveAssignment(
  context: Context,
  actor: Actor,
  input: ApproveAssignmentInput,
): Promise<CaseResult> {
  const wanted = parseInput(approveSchema, input);
  const spec = {
    right: 'case.approve-assignment',
    concern: 'concerned',
    from: fromStates('approve-assignment'),
  } as const;
  return onCase(context, actor, wanted, spec, async (scope) => {
    const result = await record(scope, {
      command: 'approve-assignment',
      toState: 'assigned',
      reason: wanted.note,
      evidence: { agency: scope.row.leadAgency },
    });
    await openTasks(scope, result.seq, scope.row.leadAgency ?? '');
    return result;
  });
}

const rejectSchema = z.object({ ...caseInput, reason: reasonSchema });
export type RejectAssignmentInput = z.input<typeof rejectSchema>;

/**
 * A leader does not approve who answers; the case goes back to whoever proposed it.
 *
 * @throws CommandRefused
 */
export async function rejectAssignment(
  context: Context,
  actor: Actor,
  input: RejectAssignmentInput,
): Promise<CaseResult> {
  const wanted = parseInput(rejectSchema, input);
  const spec = {
    right: 'case.approve-assignment',
    concern: 'concerned',
    from: fromStates('reject-assignment'),
  } as const;
  return onCase(context, actor, wanted, spec, async (scope) => {
    for (const task of await listAssignments(scope.db, scope.row.id)) {
      if (task.state !== 'proposed') continue;
      await changeAssignment(scope.db, { id: task.id, state: 'cancelled', at: scope.at, by: scope.author.id });
    }
    const { lead, dossier } = scope.route;
    const result = await record(scope, {
      command: 'reject-assignment',
      toState: 'drafted',
      reason: wanted.reason,
      leadAgency: lead,
      dossierAgency: dossier,
    });
    await tell(scope, result.seq, {
      kind: 'assignment-rejected',
      roles: ['analyst', 'coordinator'],
      agencies: [],
      ...caseNotices.assignmentRejected(scope.row.number, scope.row.title),
    });
    return result;
  });
}
