import type { Actor } from '@lamro/access';
import {
  cancelDeadlines,
  cancelOutletChecks,
  changeAssignment,
  listAssignments,
  listCaseArticles,
  listEvents,
} from '@lamro/database';
import { caseNotices } from '@lamro/wording';
import { z } from 'zod';
import { tell } from '../notice/tell.ts';
import { parseInput } from '../refusal/parse-input.ts';
import { CommandRefused } from '../refusal/refusal.ts';
import { stopClock } from '../scope/clock.ts';
import type { Context } from '../scope/context.ts';
import { caseInput, fromStates, onCase, reasonSchema } from '../scope/on-case.ts';
import { type CaseResult, record, type Scope } from '../scope/scope.ts';

const closeSchema = z.object({ ...caseInput, reason: reasonSchema.optional() });
export type CloseInput = z.input<typeof closeSchema>;

/**
 * Ends an answered case once a person has said of every article what its outlet did.
 *
 * @throws CommandRefused
 */
export async function close(context: Context, actor: Actor, input: CloseInput): Promise<CaseResult> {
  const wanted = parseInput(closeSchema, input);
  const spec = { right: 'case.close', concern: 'lead', from: fromStates('close') } as const;
  return onCase(context, actor, wanted, spec, async (scope) => {
    const retracted = scope.row.state === 'retracted';
    if (!retracted) await checkOutcomes(scope);
    await stopClock(scope, 'outlet');
    await endWork(scope);
    return record(scope, {
      command: 'close',
      toState: 'closed',
      reason: wanted.reason,
      close: { kind: retracted ? 'retracted' : 'answered' },
    });
  });
}

const noResponseSchema = z.object({
  ...caseInput,
  /** How far the claim has spread. */
  reach: reasonSchema,
  /** Why an answer would carry it further. */
  amplification: reasonSchema,
  reason: reasonSchema,
});
export type CloseWithoutResponseInput = z.input<typeof noResponseSchema>;

/**
 * An approver decides that no answer is given: a recorded end, with reach, the risk of amplifying and the reason.
 *
 * @throws CommandRefused
 */
export async function closeWithoutResponse(
  context: Context,
  actor: Actor,
  input: CloseWithoutResponseInput,
): Promise<CaseResult> {
  const wanted = parseInput(noResponseSchema, input);
  const spec = {
    right: 'case.close-without-response',
    concern: 'lead',
    from: fromStates('close-without-response'),
  } as const;
  return onCase(context, actor, wanted, spec, async (scope) => {
    await endWork(scope);
    const reason = `Mức độ lan truyền: ${wanted.reach}\nNguy cơ khuếch đại: ${wanted.amplification}\nLý do: ${wanted.reason}`;
    const result = await record(scope, {
      command: 'close-without-response',
      toState: 'closed',
      reason,
      evidence: { approver: actor.id },
      close: { kind: 'no-response' },
    });
    await tell(scope, result.seq, {
      kind: 'case-closed-without-response',
      roles: ['analyst', 'coordinator', 'officer'],
      agencies: scope.row.leadAgency === null ? [] : [scope.row.leadAgency],
      ...caseNotices.closedWithoutResponse(scope.row.number, scope.row.title),
    });
    return result;
  });
}

async function checkOutcomes(scope: Scope): Promise<void> {
  const settled = await settledArticles(scope);
  const articles = await listCaseArticles(scope.db, scope.row.id);
  const open = articles.filter((article) => article.part === 'origin' && !settled.has(article.articleId));
  if (open.length === 0) return;
  const names = open.map((article) => `"${article.title}" (${article.outletName})`).join('; ');
  throw new CommandRefused(
    'check-failed',
    `Chưa xác nhận phản ứng của báo với: ${names}. Hãy xác nhận trước khi kết thúc.`,
  );
}

const settlementSchema = z.object({ article: z.string() });

/** Articles of which a person has said, since the case was last taken up, what their outlet did. */
async function settledArticles(scope: Scope): Promise<ReadonlySet<string>> {
  const events = await listEvents(scope.db, scope.row.id);
  const round = events.slice(events.findLastIndex((event) => event.toState === 'reopened') + 1);
  const confirmed = round.filter((event) => event.command === 'confirm-outcome');
  return new Set(confirmed.map((event) => settlementSchema.parse(event.evidence).article));
}

/** What still runs has nothing left to wait for. */
async function endWork(scope: Scope): Promise<void> {
  const { db, row, at, author } = scope;
  for (const task of await listAssignments(db, row.id)) {
    if (task.state === 'done' || task.state === 'returned' || task.state === 'cancelled') continue;
    const answered = task.task === 'response' && row.state === 'monitoring';
    await changeAssignment(db, { id: task.id, state: answered ? 'done' : 'cancelled', at, by: author.id });
  }
  await cancelOutletChecks(db, row.id);
  await cancelDeadlines(db, row.id, at);
}

const reopenSchema = z.object({ ...caseInput, reason: reasonSchema });
export type ReopenInput = z.input<typeof reopenSchema>;

/**
 * Takes an ended case up again; it is assigned anew.
 *
 * @throws CommandRefused
 */
export async function reopen(context: Context, actor: Actor, input: ReopenInput): Promise<CaseResult> {
  const wanted = parseInput(reopenSchema, input);
  const spec = { right: 'case.reopen', concern: 'lead', from: fromStates('reopen') } as const;
  return onCase(context, actor, wanted, spec, async (scope) => {
    // A retracted case is reopened with its tasks still running; the new round starts with none.
    await endWork(scope);
    const result = await record(scope, { command: 'reopen', toState: 'reopened', reason: wanted.reason });
    await tell(scope, result.seq, {
      kind: 'case-reopened',
      roles: ['analyst', 'coordinator', 'leader', 'officer'],
      agencies: scope.row.leadAgency === null ? [] : [scope.row.leadAgency],
      ...caseNotices.reopened(scope.row.number, scope.row.title),
    });
    return result;
  });
}
