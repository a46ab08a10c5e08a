import type { Actor, Command } from '@lamro/access';
import {
  insertRelease,
  listCaseArticles,
  listEvents,
  markResponsePublic,
  type ResponseRow,
  scheduleOutletChecks,
} from '@lamro/database';
import { type Approved, type ChannelRule, isApproved } from '@lamro/domain';
import { caseNotices } from '@lamro/wording';
import { z } from 'zod';
import { localDay } from '../chain/day.ts';
import { checkProofFile } from '../file/own-attachment.ts';
import { tell } from '../notice/tell.ts';
import { CHECK_DELAYS } from '../outcome/schedule.ts';
import { holdsQuote } from '../quotation/quotation.ts';
import { parseInput } from '../refusal/parse-input.ts';
import { CommandRefused } from '../refusal/refusal.ts';
import { findingsIn } from '../response/check-draft.ts';
import { checkFlagsStand } from '../response/check-flags.ts';
import { draftRefused } from '../response/decide-response.ts';
import { responseOf } from '../response/draft.ts';
import { startClock } from '../scope/clock.ts';
import type { Context, PageReading } from '../scope/context.ts';
import { caseInput, fromStates, idSchema, onCase, readCase } from '../scope/on-case.ts';
import { type CaseResult, record, type Scope } from '../scope/scope.ts';
import { checkSpeaker } from '../speaker/spokesperson.ts';
import { checkNotAhead, type Proof, type ProofInput, parseProof } from './proof.ts';

const releaseSchema = z.object({ ...caseInput, responseId: idSchema, proof: z.unknown() });
export type ReleaseInput = Omit<z.input<typeof releaseSchema>, 'proof'> & { readonly proof: ProofInput };

export interface ReleaseResult extends CaseResult {
  readonly releaseId: string;
}

/**
 * Records that an approved answer left the building by one channel, with that channel's proof, and schedules the visits
 * to the articles (1 h, 6 h, 1 d, 3 d, 7 d and 14 d later).
 *
 * @throws CommandRefused
 */
export async function release(context: Context, actor: Actor, input: ReleaseInput): Promise<ReleaseResult> {
  const wanted = parseInput(releaseSchema, input);
  const proof = parseProof(wanted.proof);
  checkNotAhead(proof, context.clock.now());
  const page = await readPortal(context, actor, wanted.caseId, proof);
  const right = rightFor(proof);
  const spec = { right, concern: 'lead', from: fromStates('release') } as const;
  return onCase(context, actor, wanted, spec, async (scope) => {
    const response = await responseOf(scope, wanted.responseId);
    if (!isApproved(response)) {
      throw new CommandRefused(
        'wrong-state',
        'Chỉ phát hành được nội dung đã duyệt: hãy chọn bản đã được lãnh đạo duyệt.',
      );
    }
    await checkRound(scope, response);
    await checkFlagsStand(scope);
    await checkFindings(context, scope, response);
    if (page !== null) checkPage(page, response);
    const releaseId = await writeRelease(scope, response, proof, channelRule(scope, proof));
    const result = await record(scope, {
      command: 'release',
      toState: 'released',
      evidence: { release: releaseId, response: response.id, channel: proof.channel },
    });
    await startClock(scope, 'outlet');
    await scheduleChecks(scope);
    await tell(scope, result.seq, {
      kind: 'case-released',
      roles: ['officer', 'leader', 'analyst', 'coordinator'],
      agencies: [scope.row.leadAgency, scope.row.dossierAgency].filter((agency) => agency !== null),
      ...caseNotices.released(scope.row.number, response.title),
    });
    return { ...result, releaseId };
  });
}

/** Asking an outlet to correct itself is a right of its own. */
function rightFor(proof: Proof): Command {
  return proof.channel === 'correction-request' ? 'case.request-correction' : 'case.release';
}

/** A channel that the regulation does not open stays shut; one that it does not name is an internal one. */
function channelRule(scope: Scope, proof: Proof): ChannelRule | null {
  const rule = scope.route.channels.find((channel) => channel.id === proof.channel) ?? null;
  if (rule !== null && !rule.open) {
    throw new CommandRefused(
      'channel-closed',
      `Kênh này không dùng được cho vụ việc: ${rule.condition.replace(/\.$/u, '')}. Hãy chọn kênh khác.`,
    );
  }
  return rule;
}

async function writeRelease(
  scope: Scope,
  response: Approved<ResponseRow>,
  proof: Proof,
  rule: ChannelRule | null,
): Promise<string> {
  const attachmentId = 'attachmentId' in proof ? proof.attachmentId : null;
  if (attachmentId !== null) await checkProofFile(scope, attachmentId);
  if ('spokespersonId' in proof) await checkSpeaker(scope, proof.spokespersonId, localDay(new Date(proof.at)));
  const releaseId = await insertRelease(scope.db, {
    profile: scope.row.profile,
    caseId: scope.row.id,
    responseId: response.id,
    channel: proof.channel,
    basis: rule?.basis ?? 'internal',
    proof,
    spokespersonId: 'spokespersonId' in proof ? proof.spokespersonId : null,
    attachmentId,
    releasedBy: scope.author.id,
    at: scope.at,
  });
  await markResponsePublic(scope.db, response.id, scope.at);
  return releaseId;
}

const approvalSchema = z.object({ responses: z.array(z.string()) });

/** An answer approved before the case was reopened is not the answer of this round, whatever stands in its row. */
async function checkRound(scope: Scope, response: ResponseRow): Promise<void> {
  const events = await listEvents(scope.db, scope.row.id);
  const approval = approvalSchema.parse(events.findLast((event) => event.command === 'approve')?.evidence);
  if (approval.responses.includes(response.id)) return;
  throw new CommandRefused(
    'wrong-state',
    'Nội dung này được duyệt ở lần trả lời trước: hãy chọn bản được duyệt gần nhất.',
  );
}

/** Records may have been withdrawn or changed since approval: what must not go out is looked for once more. */
async function checkFindings(context: Context, scope: Scope, response: ResponseRow): Promise<void> {
  const stopping = (await findingsIn(context, scope.db, response)).filter(({ severity }) => severity === 'stop');
  if (stopping.length > 0) throw draftRefused(stopping);
}

async function readPortal(context: Context, actor: Actor, caseId: string, proof: Proof): Promise<PageReading | null> {
  if (proof.channel !== 'portal-post') return null;
  // Nobody makes the installation visit an address for a case that is not theirs to release.
  await readCase(context, actor, caseId, 'case.release');
  if (context.readPage === null) {
    throw new CommandRefused(
      'check-failed',
      'Chưa kiểm tra được địa chỉ cổng thông tin vì hệ thống chưa bật tải trang: hãy báo quản trị viên.',
    );
  }
  return context.readPage(proof.url);
}

function checkPage(page: PageReading, response: ResponseRow): void {
  if (!page.ok) throw new CommandRefused('check-failed', `Không mở được bài đăng trên cổng: ${page.detail}`);
  const told = `${page.title} ${page.text}`;
  if (holdsQuote(told, response.title) || holdsQuote(told, response.body.slice(0, OPENING))) return;
  throw new CommandRefused(
    'check-failed',
    'Trang ở địa chỉ này không có tiêu đề hay lời mở đầu của nội dung đã duyệt: hãy kiểm tra lại địa chỉ.',
  );
}

/** Characters of an answer's opening by which its page is recognised. */
const OPENING = 120;

async function scheduleChecks(scope: Scope): Promise<void> {
  const articles = await listCaseArticles(scope.db, scope.row.id);
  const checks = articles.flatMap((article) =>
    CHECK_DELAYS.map((delay) => ({
      profile: scope.row.profile,
      caseId: scope.row.id,
      articleId: article.articleId,
      beforeVersionId: article.versionId,
      dueAt: new Date(scope.at.getTime() + delay),
      requestedBy: null,
    })),
  );
  await scheduleOutletChecks(scope.db, checks);
}
