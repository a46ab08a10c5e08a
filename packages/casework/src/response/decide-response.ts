import type { Actor } from '@lamro/access';
import { changeResponseStates, listResponses, type ResponseRow } from '@lamro/database';
import type { NoticeKind, Role } from '@lamro/domain';
import { caseNotices, type NoticeText } from '@lamro/wording';
import { z } from 'zod';
import { tell } from '../notice/tell.ts';
import { parseInput } from '../refusal/parse-input.ts';
import { CommandRefused } from '../refusal/refusal.ts';
import { startClock, stopClock } from '../scope/clock.ts';
import type { Context } from '../scope/context.ts';
import { caseInput, fromStates, onCase, reasonSchema } from '../scope/on-case.ts';
import { type CaseResult, record, type Scope } from '../scope/scope.ts';
import { type DraftFinding, findingsIn } from './check-draft.ts';
import { checkFlagsStand } from './check-flags.ts';
import { latestByLanguage } from './draft.ts';

const submitSchema = z.object({
  ...caseInput,
  note: reasonSchema.optional(),
  /** Says that findings of the release check that need confirming are meant so; asks for a note. */
  acknowledge: z.boolean().default(false),
});
export type SubmitInput = z.input<typeof submitSchema>;

/**
 * Hands the newest draft of each language to the leader, once the release check has nothing against it.
 *
 * @throws CommandRefused
 */
export async function submit(context: Context, actor: Actor, input: SubmitInput): Promise<CaseResult> {
  const wanted = parseInput(submitSchema, input);
  const spec = { right: 'case.submit', concern: 'lead', from: fromStates('submit') } as const;
  return onCase(context, actor, wanted, spec, async (scope) => {
    const latest = latestByLanguage(await listResponses(scope.db, scope.row.id));
    const drafts = latest.filter((response) => response.state === 'draft');
    const ids = drafts.map((response) => response.id);
    if (ids.length === 0)
      throw new CommandRefused('check-failed', 'Chưa có dự thảo nào mới: hãy soạn dự thảo trước khi trình.');
    const acknowledged = await checkDrafts(context, scope, drafts, wanted);
    await changeResponseStates(scope.db, { ids, state: 'submitted', by: actor.id, at: scope.at });
    const result = await record(scope, {
      command: 'submit',
      toState: 'submitted',
      reason: wanted.note,
      evidence: { responses: ids, acknowledged },
    });
    await stopClock(scope, 'draft');
    await startClock(scope, 'approve');
    await tellAbout(scope, result.seq, 'response-submitted', ['leader'], caseNotices.submitted);
    return result;
  });
}

/** Returns how many findings the person took upon themselves. */
async function checkDrafts(
  context: Context,
  scope: Scope,
  drafts: readonly ResponseRow[],
  wanted: z.output<typeof submitSchema>,
): Promise<number> {
  const findings = (await Promise.all(drafts.map((response) => findingsIn(context, scope.db, response)))).flat();
  const stopping = findings.filter(({ severity }) => severity === 'stop');
  if (stopping.length > 0) throw draftRefused(stopping);
  if (findings.length === 0) return 0;
  if (!wanted.acknowledge || wanted.note === undefined) throw draftRefused(findings);
  return findings.length;
}

/** The refusal that lists what the release check found. */
export function draftRefused(findings: readonly DraftFinding[]): CommandRefused {
  const issues = findings.map(({ kind, quote, why }) => ({ path: kind, message: `"${quote}": ${why}` }));
  const remedy = findings.some(({ severity }) => severity === 'stop')
    ? 'Hãy sửa dự thảo.'
    : 'Hãy sửa dự thảo, hoặc xác nhận là đúng và ghi lý do.';
  return new CommandRefused(
    'check-failed',
    `Kiểm tra trước phát hành: ${issues.map(({ message }) => message).join(' ')} ${remedy}`,
    { issues },
  );
}

const sendBackSchema = z.object({ ...caseInput, reason: reasonSchema });
export type SendBackInput = z.input<typeof sendBackSchema>;

/**
 * The leader sends the drafts back with what is to be changed.
 *
 * @throws CommandRefused
 */
export async function sendBack(context: Context, actor: Actor, input: SendBackInput): Promise<CaseResult> {
  const wanted = parseInput(sendBackSchema, input);
  const spec = { right: 'case.send-back', concern: 'lead', from: fromStates('send-back') } as const;
  return onCase(context, actor, wanted, spec, async (scope) => {
    const ids = await submittedIds(scope);
    await changeResponseStates(scope.db, { ids, state: 'sent-back', by: actor.id, at: scope.at });
    const result = await record(scope, {
      command: 'send-back',
      toState: 'sent-back',
      reason: wanted.reason,
      evidence: { responses: ids },
    });
    await stopClock(scope, 'approve');
    await startClock(scope, 'draft');
    await tellAbout(scope, result.seq, 'response-sent-back', ['officer', 'analyst'], caseNotices.sentBack);
    return result;
  });
}

const approveSchema = z.object({ ...caseInput, note: reasonSchema.optional() });
export type ApproveInput = z.input<typeof approveSchema>;

/**
 * The leader approves the submitted answer, in all its languages.
 *
 * @throws CommandRefused
 */
export async function approve(context: Context, actor: Actor, input: ApproveInput): Promise<CaseResult> {
  const wanted = parseInput(approveSchema, input);
  const spec = { right: 'case.approve', concern: 'lead', from: fromStates('approve') } as const;
  return onCase(context, actor, wanted, spec, async (scope) => {
    await checkFlagsStand(scope);
    const ids = await submittedIds(scope);
    await changeResponseStates(scope.db, { ids, state: 'approved', by: actor.id, at: scope.at });
    const result = await record(scope, {
      command: 'approve',
      toState: 'approved',
      reason: wanted.note,
      evidence: { responses: ids },
    });
    await stopClock(scope, 'approve');
    await tellAbout(
      scope,
      result.seq,
      'response-approved',
      ['officer', 'analyst', 'coordinator'],
      caseNotices.approved,
    );
    return result;
  });
}

async function submittedIds(scope: Scope): Promise<readonly string[]> {
  const responses = await listResponses(scope.db, scope.row.id);
  return responses.filter((response) => response.state === 'submitted').map((response) => response.id);
}

async function tellAbout(
  scope: Scope,
  seq: number,
  kind: NoticeKind,
  roles: readonly Role[],
  words: (number: string, title: string) => NoticeText,
): Promise<void> {
  const agencies = scope.row.leadAgency === null ? [] : [scope.row.leadAgency];
  await tell(scope, seq, { kind, roles, agencies, ...words(scope.row.number, scope.row.title) });
}
