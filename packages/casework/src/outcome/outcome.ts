import type { Actor } from '@lamro/access';
import {
  findOutletCheck,
  findRelease,
  listCaseArticles,
  lockCase,
  type OutletCheckRow,
  scheduleOutletChecks,
  confirmOutcome as writeConfirmation,
  proposeOutcome as writeProposal,
} from '@lamro/database';
import { outletOutcomeSchema } from '@lamro/domain';
import { caseNotices, termOf, wordsIn } from '@lamro/wording';
import { z } from 'zod';
import { checkAttachment } from '../file/own-attachment.ts';
import { tell } from '../notice/tell.ts';
import { parseInput } from '../refusal/parse-input.ts';
import { CommandRefused } from '../refusal/refusal.ts';
import { serviceAuthor } from '../scope/author.ts';
import type { Context } from '../scope/context.ts';
import { caseInput, idSchema, onCase } from '../scope/on-case.ts';
import { after, type CaseResult, type EvidenceIds, openScope, record, type Scope } from '../scope/scope.ts';
import { transact } from '../scope/transact.ts';

const { terms } = wordsIn('vi');

const AFTER_RELEASE = ['released', 'monitoring', 'retracted'] as const;

const proposalSchema = z.object({
  checkId: idSchema,
  outcome: outletOutcomeSchema,
  afterVersionId: idSchema.nullable().default(null),
  fetchId: idSchema.nullable().default(null),
  /** The change of the text as the service computed it. */
  difference: z.unknown().optional(),
});
export type ProposeOutcomeInput = z.input<typeof proposalSchema>;

/**
 * A service writes what a visit found; a person confirms it later. Null where the check was already made or called off.
 *
 * @throws CommandRefused `not-found` or `invalid-input`
 */
export async function proposeOutcome(context: Context, input: ProposeOutcomeInput): Promise<CaseResult | null> {
  const wanted = parseInput(proposalSchema, input);
  return transact(context, async (db) => {
    const check = await findOutletCheck(db, wanted.checkId);
    const row = check === null ? null : await lockCase(db, check.caseId);
    if (check === null || row === null) throw checkNotFound(wanted.checkId);
    const at = context.clock.now();
    const difference = wanted.difference ?? null;
    const { afterVersionId, fetchId, outcome } = wanted;
    if (!(await writeProposal(db, { id: check.id, afterVersionId, fetchId, outcome, difference, at }))) return null;
    const opened = openScope(db, row, context.procedure(row.profile), serviceAuthor('crawler'), at);
    const scope = await beginMonitoring(opened);
    const result = await record(scope, { command: 'propose-outcome', evidence: { check: check.id, outcome } });
    // "Unchanged" is what most visits find: it stands in the case, and nobody is called for it.
    if (outcome !== 'unchanged') await tellOutcome(scope, result.seq);
    return result;
  });
}

const confirmSchema = z.object({
  ...caseInput,
  checkId: idSchema,
  outcome: outletOutcomeSchema,
  note: z.string().trim().min(1).max(4000).normalize('NFC').optional(),
});
export type ConfirmOutcomeInput = z.input<typeof confirmSchema>;

/**
 * A person says what an outlet did, agreeing with the proposal or not.
 *
 * @throws CommandRefused
 */
export async function confirmOutcome(context: Context, actor: Actor, input: ConfirmOutcomeInput): Promise<CaseResult> {
  const wanted = parseInput(confirmSchema, input);
  const spec = { right: 'case.confirm-outcome', concern: 'concerned', from: AFTER_RELEASE } as const;
  return onCase(context, actor, wanted, spec, async (opened) => {
    const check = await findOutletCheck(opened.db, wanted.checkId);
    if (check === null || check.caseId !== opened.row.id) throw checkNotFound(wanted.checkId);
    if (check.state === 'cancelled' || check.state === 'confirmed') {
      throw new CommandRefused('wrong-state', 'Lần kiểm tra này đã được xác nhận hoặc đã hủy: hãy tải lại trang.');
    }
    return settle(opened, check, wanted.outcome, wanted.note);
  });
}

const recordSchema = z.object({
  ...caseInput,
  articleId: idSchema,
  outcome: outletOutcomeSchema,
  note: z.string().trim().min(1, 'phải ghi căn cứ').max(4000).normalize('NFC'),
  /** The outlet's letter or printed page, attached to the case. */
  attachmentId: idSchema.optional(),
  /** The correction request that the outlet answers. */
  releaseId: idSchema.optional(),
});
export type RecordOutcomeInput = z.input<typeof recordSchema>;

/**
 * A person records what an outlet did without a visit of ours: a letter, a printed correction.
 *
 * @throws CommandRefused
 */
export async function recordOutcome(context: Context, actor: Actor, input: RecordOutcomeInput): Promise<CaseResult> {
  const wanted = parseInput(recordSchema, input);
  const spec = { right: 'case.confirm-outcome', concern: 'concerned', from: AFTER_RELEASE } as const;
  return onCase(context, actor, wanted, spec, async (opened) => {
    const answer = await answerOf(opened, wanted);
    const check = await addCheck(opened, wanted.articleId, actor.id);
    return settle(opened, check, wanted.outcome, wanted.note, answer);
  });
}

/** What the outlet's answer is proved by and what it answers, as an event names them. */
async function answerOf(scope: Scope, wanted: z.output<typeof recordSchema>): Promise<EvidenceIds> {
  const { attachmentId, releaseId } = wanted;
  if (attachmentId !== undefined) await checkAttachment(scope, attachmentId);
  if (releaseId !== undefined) {
    const release = await findRelease(scope.db, releaseId);
    if (release?.caseId !== scope.row.id || release.channel !== 'correction-request') {
      throw new CommandRefused(
        'not-found',
        `Hồ sơ này không có văn bản đề nghị cải chính ${releaseId}: hãy tải lại trang.`,
      );
    }
  }
  return {
    ...(attachmentId === undefined ? {} : { attachment: attachmentId }),
    ...(releaseId === undefined ? {} : { request: releaseId }),
  };
}

const requestSchema = z.object({ ...caseInput, articleId: idSchema });
export type RequestCheckInput = z.input<typeof requestSchema>;

/**
 * A person asks for a visit now, beside the scheduled ones.
 *
 * @throws CommandRefused
 */
export async function requestCheck(
  context: Context,
  actor: Actor,
  input: RequestCheckInput,
): Promise<CaseResult & { readonly checkId: string }> {
  const wanted = parseInput(requestSchema, input);
  const spec = { right: 'case.request-check', concern: 'concerned', from: AFTER_RELEASE } as const;
  return onCase(context, actor, wanted, spec, async (scope) => {
    const check = await addCheck(scope, wanted.articleId, actor.id);
    const result = await record(scope, {
      command: 'request-check',
      evidence: { check: check.id, article: wanted.articleId },
    });
    return { ...result, checkId: check.id };
  });
}

async function addCheck(scope: Scope, articleId: string, requestedBy: string): Promise<OutletCheckRow> {
  const { row, db, at } = scope;
  const article = (await listCaseArticles(db, row.id)).find((candidate) => candidate.articleId === articleId);
  if (article === undefined) {
    throw new CommandRefused(
      'not-found',
      `Bài ${articleId} không thuộc hồ sơ ${row.number}: hãy gắn bài vào hồ sơ trước.`,
    );
  }
  const check = {
    profile: row.profile,
    caseId: row.id,
    articleId,
    beforeVersionId: article.versionId,
    dueAt: at,
    requestedBy,
  };
  const [id] = await scheduleOutletChecks(db, [check]);
  const written = id === undefined ? null : await findOutletCheck(db, id);
  if (written === null) {
    throw new CommandRefused('conflict', 'Bài này vừa được yêu cầu kiểm tra: hãy tải lại trang.', {
      currentVersion: row.version,
    });
  }
  return written;
}

async function settle(
  opened: Scope,
  check: OutletCheckRow,
  outcome: z.output<typeof outletOutcomeSchema>,
  note: string | undefined,
  answer: EvidenceIds = {},
): Promise<CaseResult> {
  const scope = await beginMonitoring(opened);
  const { author, at, db, row } = scope;
  await writeConfirmation(db, { id: check.id, outcome, note: note ?? null, by: author.id, at });
  const evidence = { check: check.id, article: check.articleId, outcome, proposed: check.proposedOutcome, ...answer };
  const result = await record(scope, { command: 'confirm-outcome', reason: note, evidence });
  await tell(scope, result.seq, {
    kind: 'outcome-confirmed',
    roles: ['analyst', 'coordinator', 'officer', 'leader'],
    agencies: [row.leadAgency, row.dossierAgency].filter((agency) => agency !== null),
    ...caseNotices.outcomeConfirmed(row.number, row.title, termOf(terms.outcomes, outcome)),
  });
  return result;
}

/** The first finding about an outlet is what turns a released case into a watched one. */
async function beginMonitoring(scope: Scope): Promise<Scope> {
  if (scope.row.state !== 'released') return scope;
  return after(scope, await record(scope, { command: 'monitor', toState: 'monitoring' }));
}

async function tellOutcome(scope: Scope, seq: number): Promise<void> {
  await tell(scope, seq, {
    kind: 'outcome-proposed',
    roles: ['analyst', 'coordinator', 'officer'],
    agencies: scope.row.leadAgency === null ? [] : [scope.row.leadAgency],
    ...caseNotices.outcomeProposed(scope.row.number, scope.row.title),
  });
}

function checkNotFound(id: string): CommandRefused {
  return new CommandRefused('not-found', `Không có lần kiểm tra ${id} trong hồ sơ này: hãy tải lại trang.`);
}
