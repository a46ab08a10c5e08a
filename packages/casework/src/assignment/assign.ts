import type { Actor } from '@lamro/access';
import {
  type AssignmentState,
  type AssignmentTask,
  changeAssignment,
  insertAssignment,
  listAssignments,
} from '@lamro/database';
import { agencyIdSchema } from '@lamro/domain';
import { caseNotices } from '@lamro/wording';
import { z } from 'zod';
import { tell } from '../notice/tell.ts';
import { citationsFor } from '../procedure/procedure.ts';
import { parseInput } from '../refusal/parse-input.ts';
import { CommandRefused } from '../refusal/refusal.ts';
import { startClock, stopClock } from '../scope/clock.ts';
import type { Context } from '../scope/context.ts';
import { caseInput, fromStates, onCase, reasonSchema } from '../scope/on-case.ts';
import { type CaseResult, keepText, record, type Scope } from '../scope/scope.ts';
import { tieClock } from './task-clock.ts';

const assignSchema = z.object({
  ...caseInput,
  /** Absent: as the route says. Another agency than the route's needs a reason. */
  agency: agencyIdSchema.optional(),
  dossierAgency: agencyIdSchema.optional(),
  reason: reasonSchema.optional(),
  instruction: z.string().trim().min(1).max(10_000).normalize('NFC').optional(),
});
export type AssignInput = z.input<typeof assignSchema>;

/**
 * Assigns a case: to the agencies at once, or to a leader for approval where the province wants that.
 *
 * @throws CommandRefused
 */
export async function assign(context: Context, actor: Actor, input: AssignInput): Promise<CaseResult> {
  const wanted = parseInput(assignSchema, input);
  const spec = { right: 'case.assign', concern: 'concerned', from: fromStates('assign') } as const;
  return onCase(context, actor, wanted, spec, async (scope) => {
    const { lead, dossier, changed } = chooseAgencies(scope, wanted);
    const needsApproval = scope.procedure.assignmentApproval;
    await writeTasks(scope, { lead, dossier, changed, wanted, state: needsApproval ? 'proposed' : 'open' });
    const result = await record(scope, {
      command: needsApproval ? 'request-assignment' : 'assign',
      toState: needsApproval ? 'awaiting-assignment' : 'assigned',
      reason: wanted.reason,
      leadAgency: lead,
      dossierAgency: dossier,
      evidence: { agency: lead, dossierAgency: dossier, byRoute: !changed },
    });
    if (needsApproval) await tellLeaders(scope, result.seq);
    else await openTasks(scope, result.seq, lead);
    return result;
  });
}

function chooseAgencies(scope: Scope, wanted: z.output<typeof assignSchema>) {
  const { route, procedure } = scope;
  const lead = wanted.agency ?? route.lead;
  if (lead === null) {
    throw new CommandRefused(
      'route-open',
      `Quy chế không chỉ ra cơ quan trả lời cho vụ việc này (${route.why}): hãy chọn cơ quan và ghi lý do.`,
    );
  }
  const dossier = wanted.dossierAgency ?? (route.dossier === route.lead ? lead : (route.dossier ?? lead));
  for (const agency of [lead, dossier]) {
    if (procedure.agencyName(agency) === null) {
      throw new CommandRefused(
        'invalid-input',
        `Không có cơ quan "${agency}" trong hồ sơ tỉnh: hãy chọn trong danh sách.`,
      );
    }
  }
  const changed = lead !== route.lead || wanted.dossierAgency !== undefined;
  if (changed && wanted.reason === undefined) {
    throw new CommandRefused(
      'reason-missing',
      'Giao cho cơ quan khác với cơ quan mà quy chế chỉ ra thì phải ghi lý do.',
    );
  }
  return { lead, dossier, changed };
}

interface TaskPlan {
  readonly lead: string;
  readonly dossier: string;
  readonly changed: boolean;
  readonly wanted: z.output<typeof assignSchema>;
  readonly state: AssignmentState;
}

async function writeTasks(scope: Scope, plan: TaskPlan): Promise<void> {
  const instruction = plan.wanted.instruction === undefined ? null : await keepText(scope, plan.wanted.instruction);
  const reason = plan.wanted.reason === undefined ? null : await keepText(scope, plan.wanted.reason);
  const write = (agency: string, task: AssignmentTask, byRoute: boolean) =>
    insertAssignment(scope.db, {
      profile: scope.row.profile,
      caseId: scope.row.id,
      agency,
      task,
      state: plan.state,
      basis: byRoute ? scope.route.basis : 'internal',
      citations: byRoute ? citationsFor(scope.route, task === 'response' ? 'lead' : 'dossier') : [],
      instructionTextId: instruction?.id ?? null,
      reasonTextId: reason?.id ?? null,
      deadlineId: null,
      assignedBy: scope.author.id,
      at: scope.at,
    });
  await write(plan.lead, 'response', plan.lead === scope.route.lead);
  if (plan.dossier !== plan.lead) await write(plan.dossier, 'dossier', plan.dossier === scope.route.dossier);
}

/** The tasks reach their agencies: clocks start and everybody meant is told. */
export async function openTasks(scope: Scope, seq: number, lead: string): Promise<void> {
  const tasks = await listAssignments(scope.db, scope.row.id);
  for (const task of tasks.filter((candidate) => candidate.state === 'proposed')) {
    await changeAssignment(scope.db, { id: task.id, state: 'open', at: scope.at, by: scope.author.id });
  }
  await stopClock(scope, 'notify');
  await startClock(scope, 'accept');
  await startClock(scope, 'draft');
  const open = tasks.filter((task) => task.state === 'proposed' || task.state === 'open');
  const dossier = open.find((task) => task.task === 'dossier');
  if (dossier !== undefined) await startDossierClocks(scope, dossier.id);
  await tell(scope, seq, {
    kind: 'case-assigned',
    roles: ['officer', 'leader', 'analyst', 'coordinator'],
    agencies: open.map((task) => task.agency),
    ...caseNotices.assigned(scope.row.number, scope.row.title, scope.procedure.agencyName(lead) ?? lead),
  });
}

/** The builder of the dossier accepts and works within times of its own, beside those of the answering agency. */
export async function startDossierClocks(scope: Scope, assignmentId: string): Promise<void> {
  await startClock(scope, 'accept', { assignmentId });
  await tieClock(scope, assignmentId, 'dossier');
}

async function tellLeaders(scope: Scope, seq: number): Promise<void> {
  await tell(scope, seq, {
    kind: 'assignment-awaits-approval',
    roles: ['leader', 'coordinator'],
    agencies: [],
    ...caseNotices.awaitsAssignment(scope.row.number, scope.row.title),
  });
}
