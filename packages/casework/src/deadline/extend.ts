import { type Actor, may } from '@lamro/access';
import { type DeadlineRow, extendDeadline, listAssignments, listCaseDeadlines } from '@lamro/database';
import { CASE_STATES } from '@lamro/domain';
import { caseNotices } from '@lamro/wording';
import { z } from 'zod';
import { tell } from '../notice/tell.ts';
import { parseInput } from '../refusal/parse-input.ts';
import { CommandRefused } from '../refusal/refusal.ts';
import type { Context } from '../scope/context.ts';
import { caseInput, idSchema, onCase, reasonSchema } from '../scope/on-case.ts';
import { type CaseResult, keepText, record, type Scope } from '../scope/scope.ts';

const extendSchema = z.object({
  ...caseInput,
  deadlineId: idSchema,
  /** In the unit of the rule: working days for a rule of working days. */
  amount: z.number().int().positive().max(365),
  reason: reasonSchema,
});
export type ExtendInput = z.input<typeof extendSchema>;

const extensionsSchema = z.array(z.object({ amount: z.number(), reason: z.string() }));

/**
 * Gives a running clock more time, where its rule allows that; counted by the same calendar as the first date.
 *
 * @throws CommandRefused
 */
export async function extend(
  context: Context,
  actor: Actor,
  input: ExtendInput,
): Promise<CaseResult & { readonly dueAt: Date }> {
  const wanted = parseInput(extendSchema, input);
  const spec = { right: 'case.extend', concern: 'concerned', from: CASE_STATES } as const;
  return onCase(context, actor, wanted, spec, async (scope) => {
    const clock = (await listCaseDeadlines(scope.db, scope.row.id)).find(({ id }) => id === wanted.deadlineId);
    if (clock === undefined) {
      throw new CommandRefused('not-found', `Hồ sơ này không có thời hạn ${wanted.deadlineId}: hãy tải lại trang.`);
    }
    await checkKeeper(scope, actor, clock);
    if (clock.metAt !== null || clock.cancelledAt !== null) {
      throw new CommandRefused('wrong-state', 'Thời hạn này đã xong hoặc đã hủy nên không gia hạn được.');
    }
    const { amount, reason } = wanted;
    const extensions = [...extensionsSchema.parse(clock.extensions), { amount, reason }];
    const { dueAt, steps } = scope.procedure.deadline(clock.rule, clock.startsAt, extensions);
    const text = await keepText(scope, reason);
    await extendDeadline(scope.db, { id: clock.id, dueAt, by: actor.id, textId: text.id, extensions, steps });
    const evidence = { deadline: clock.id, rule: clock.rule, from: clock.dueAt.toISOString(), to: dueAt.toISOString() };
    const result = await record(scope, { command: 'extend', reason, evidence });
    await tell(scope, result.seq, {
      kind: 'deadline-extended',
      roles: ['officer', 'analyst', 'coordinator'],
      agencies: [scope.row.leadAgency, scope.row.dossierAgency].filter((agency) => agency !== null),
      ...caseNotices.extended(scope.row.number, scope.row.title),
    });
    return { ...result, dueAt };
  });
}

/**
 * An agency's leader gives more time only to what that agency does: the answer, or its own task beside it.
 *
 * @throws CommandRefused `forbidden`
 */
async function checkKeeper(scope: Scope, actor: Actor, clock: DeadlineRow): Promise<void> {
  const { row, db } = scope;
  const task = (await listAssignments(db, row.id)).find(({ id }) => id === clock.assignmentId);
  const keeper = task?.agency ?? row.leadAgency;
  const decision = may(actor, 'case.extend', { profile: row.profile, agencies: keeper === null ? [] : [keeper] });
  if (!decision.allowed) throw new CommandRefused('forbidden', decision.why, { whoMay: decision.whoMay });
}
