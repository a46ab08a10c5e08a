import type { Actor } from '@lamro/access';
import { cancelTaskDeadlines, changeAssignment, insertAssignment } from '@lamro/database';
import { agencyIdSchema } from '@lamro/domain';
import { caseNotices } from '@lamro/wording';
import { z } from 'zod';
import { BUILDING } from '../dossier/dossier.ts';
import { tell } from '../notice/tell.ts';
import { citationsFor } from '../procedure/procedure.ts';
import { parseInput } from '../refusal/parse-input.ts';
import { CommandRefused } from '../refusal/refusal.ts';
import type { Context } from '../scope/context.ts';
import { caseInput, onCase, reasonSchema } from '../scope/on-case.ts';
import { type CaseResult, keepText, record, type Scope } from '../scope/scope.ts';
import { runningDossierTask } from './answer-dossier.ts';
import { startDossierClocks } from './assign.ts';

const assignSchema = z.object({ ...caseInput, agency: agencyIdSchema, reason: reasonSchema });
export type AssignDossierInput = z.input<typeof assignSchema>;

/**
 * Gives the dossier to another agency while the answer goes on, after it was returned for instance. Where the province wants a
 * leader behind every assignment, it is the leader who does it.
 *
 * @throws CommandRefused
 */
export async function assignDossier(context: Context, actor: Actor, input: AssignDossierInput): Promise<CaseResult> {
  const wanted = parseInput(assignSchema, input);
  const byLeader = context.procedure(actor.profile).assignmentApproval;
  const right = byLeader ? 'case.approve-assignment' : 'case.assign';
  const spec = { right, concern: 'concerned', from: BUILDING } as const;
  return onCase(context, actor, wanted, spec, async (scope) => {
    const { agency, reason } = wanted;
    checkBuilder(scope, agency);
    await endRunningTask(scope);
    const assignmentId = agency === scope.row.leadAgency ? null : await writeTask(scope, agency, reason);
    const evidence = { assignment: assignmentId, agency };
    const result = await record(scope, { command: 'assign-dossier', reason, dossierAgency: agency, evidence });
    await tell(scope, result.seq, {
      kind: 'dossier-assigned',
      roles: ['officer', 'leader'],
      agencies: [agency],
      ...caseNotices.dossierAssigned(scope.row.number, scope.row.title),
    });
    return result;
  });
}

function checkBuilder({ procedure, row }: Scope, agency: string): void {
  if (procedure.agencyName(agency) === null) {
    throw new CommandRefused(
      'invalid-input',
      `Không có cơ quan "${agency}" trong hồ sơ tỉnh: hãy chọn trong danh sách.`,
    );
  }
  if (agency === row.dossierAgency) {
    throw new CommandRefused('invalid-input', 'Cơ quan này đang lập hồ sơ chứng cứ: hãy chọn cơ quan khác.');
  }
}

async function endRunningTask(scope: Scope): Promise<void> {
  const task = await runningDossierTask(scope);
  if (task === null) return;
  await changeAssignment(scope.db, { id: task.id, state: 'cancelled', at: scope.at, by: scope.author.id });
  await cancelTaskDeadlines(scope.db, task.id, scope.at);
}

async function writeTask(scope: Scope, agency: string, reason: string): Promise<string> {
  const { db, row, route, author, at } = scope;
  const byRoute = agency === route.dossier;
  const assignmentId = await insertAssignment(db, {
    profile: row.profile,
    caseId: row.id,
    agency,
    task: 'dossier',
    state: 'open',
    basis: byRoute ? route.basis : 'internal',
    citations: byRoute ? citationsFor(route, 'dossier') : [],
    instructionTextId: null,
    reasonTextId: (await keepText(scope, reason)).id,
    deadlineId: null,
    assignedBy: author.id,
    at,
  });
  await startDossierClocks(scope, assignmentId);
  return assignmentId;
}
