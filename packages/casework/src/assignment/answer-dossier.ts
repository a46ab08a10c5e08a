import type { Actor } from '@lamro/access';
import { type AssignmentRow, cancelTaskDeadlines, changeAssignment, listAssignments } from '@lamro/database';
import { agencyIdSchema } from '@lamro/domain';
import { caseNotices } from '@lamro/wording';
import { z } from 'zod';
import { BUILDING } from '../dossier/dossier.ts';
import { tell } from '../notice/tell.ts';
import { parseInput } from '../refusal/parse-input.ts';
import { CommandRefused } from '../refusal/refusal.ts';
import { stopClock } from '../scope/clock.ts';
import type { Context } from '../scope/context.ts';
import { caseInput, onCase, reasonSchema } from '../scope/on-case.ts';
import { type CaseResult, record, type Scope } from '../scope/scope.ts';
import { checkRightAgency } from './answer-assignment.ts';

const acceptSchema = z.object(caseInput);
export type AcceptDossierInput = z.input<typeof acceptSchema>;

/**
 * The agency that builds the dossier beside another's answer takes its task on.
 *
 * @throws CommandRefused
 */
export async function acceptDossier(context: Context, actor: Actor, input: AcceptDossierInput): Promise<CaseResult> {
  const wanted = parseInput(acceptSchema, input);
  const spec = { right: 'case.accept', concern: 'builder', from: BUILDING } as const;
  return onCase(context, actor, wanted, spec, async (scope) => {
    const task = await dossierTask(scope);
    if (task.state === 'accepted') {
      throw new CommandRefused('wrong-state', 'Việc lập hồ sơ chứng cứ đã có người nhận: hãy tải lại trang.');
    }
    await changeAssignment(scope.db, { id: task.id, state: 'accepted', at: scope.at, by: scope.author.id });
    await stopClock(scope, 'accept', task.id);
    return record(scope, { command: 'accept-dossier', evidence: { assignment: task.id } });
  });
}

const returnSchema = z.object({ ...caseInput, reason: reasonSchema, rightAgency: agencyIdSchema });
export type ReturnDossierInput = z.input<typeof returnSchema>;

/**
 * The agency that was to build the dossier hands that task back and names the right agency. Until it is given to another, the
 * dossier is the answering agency's.
 *
 * @throws CommandRefused
 */
export async function returnDossier(context: Context, actor: Actor, input: ReturnDossierInput): Promise<CaseResult> {
  const wanted = parseInput(returnSchema, input);
  const spec = { right: 'case.return', concern: 'builder', from: BUILDING } as const;
  return onCase(context, actor, wanted, spec, async (scope) => {
    const { rightAgency, reason } = wanted;
    const task = await dossierTask(scope);
    checkRightAgency(scope, rightAgency, task.agency);
    const { db, at, author, row, procedure } = scope;
    await changeAssignment(db, { id: task.id, state: 'returned', at, by: author.id, returnedTo: rightAgency });
    await cancelTaskDeadlines(db, task.id, at);
    const evidence = { assignment: task.id, agency: task.agency, rightAgency };
    const dossierAgency = row.leadAgency;
    const result = await record(scope, { command: 'return-dossier', reason, dossierAgency, evidence });
    await tell(scope, result.seq, {
      kind: 'dossier-returned',
      roles: ['analyst', 'coordinator', 'leader', 'officer'],
      agencies: row.leadAgency === null ? [] : [row.leadAgency],
      ...caseNotices.dossierReturned(row.number, procedure.agencyName(rightAgency) ?? rightAgency),
    });
    return result;
  });
}

/** The task of building the dossier that now runs. @throws CommandRefused `wrong-state` where there is none */
async function dossierTask(scope: Scope): Promise<AssignmentRow> {
  const found = await runningDossierTask(scope);
  if (found !== null) return found;
  throw new CommandRefused(
    'wrong-state',
    `Hồ sơ ${scope.row.number} không có việc lập hồ sơ chứng cứ nào đang giao riêng: hãy tải lại trang.`,
  );
}

/** As `dossierTask`, but null where the answering agency builds the dossier itself, or the task is done. */
export async function runningDossierTask(scope: Scope): Promise<AssignmentRow | null> {
  const tasks = await listAssignments(scope.db, scope.row.id);
  return tasks.find(({ task, state }) => task === 'dossier' && (state === 'open' || state === 'accepted')) ?? null;
}
