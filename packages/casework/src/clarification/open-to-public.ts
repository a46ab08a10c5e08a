import type { Actor } from '@lamro/access';
import {
  closePublicClarification,
  findOpenClarification,
  findRelease,
  insertPublicClarification,
  listCaseBylines,
  listResponses,
  type ProvedReleaseRow,
} from '@lamro/database';
import { CASE_STATES } from '@lamro/domain';
import { z } from 'zod';
import { tell } from '../notice/tell.ts';
import { plainWords } from '../quotation/quotation.ts';
import { parseInput } from '../refusal/parse-input.ts';
import { CommandRefused } from '../refusal/refusal.ts';
import type { Context } from '../scope/context.ts';
import { caseInput, idSchema, onCase, reasonSchema } from '../scope/on-case.ts';
import { type CaseResult, record, type Scope } from '../scope/scope.ts';
import { isPublic } from './publish-clarification.ts';

const openSchema = z.object({
  ...caseInput,
  releaseId: idSchema,
  /** What was said in the press, as everybody reads it above the answer. */
  claim: z.string().trim().min(1, 'phải ghi nội dung báo nêu').max(2000, 'dài nhất 2.000 ký tự').normalize('NFC'),
  /** Whoever opens it has read it for names of private persons. */
  noPrivatePersons: z.literal(true, {
    error: 'phải xác nhận đã xem: nội dung công khai không nêu tên cá nhân',
  }),
});
export type OpenToPublicInput = z.input<typeof openSchema>;

const closeSchema = z.object({ ...caseInput, reason: reasonSchema });
export type CloseToPublicInput = z.input<typeof closeSchema>;

export interface PublicResult extends CaseResult {
  readonly clarificationId: string;
}

const RELEASED = ['released', 'monitoring', 'closed'] as const;
const RIGHT = 'case.open-to-public';

/**
 * Opens the answer that a release carried to everybody. One a case; with the release, its page is gone too.
 *
 * @throws CommandRefused `check-failed` where the text names whoever wrote an article of the case
 */
export async function openToPublic(context: Context, actor: Actor, input: OpenToPublicInput): Promise<PublicResult> {
  const wanted = parseInput(openSchema, input);
  return onCase(context, actor, wanted, { right: RIGHT, concern: 'lead', from: RELEASED }, async (scope) => {
    const release = await standingRelease(scope, wanted.releaseId);
    if ((await findOpenClarification(scope.db, scope.row.id)) !== null)
      throw new CommandRefused('wrong-state', 'Nội dung làm rõ của hồ sơ này đang được công khai: hãy tải lại trang.');
    await refuseBylines(scope, wanted.claim);
    const clarificationId = await insertPublicClarification(scope.db, {
      profile: scope.row.profile,
      caseId: scope.row.id,
      releaseId: release.id,
      claim: wanted.claim,
      openedBy: scope.author.id,
      at: scope.at,
    });
    const evidence = { clarification: clarificationId, release: release.id };
    const result = await record(scope, { command: 'open-to-public', evidence });
    await tellOf(scope, result.seq, 'clarification-opened', 'nội dung làm rõ đã được công khai');
    return { ...result, clarificationId };
  });
}

/**
 * Takes the public page of a case away, whatever its state.
 *
 * @throws CommandRefused `wrong-state` where none is open
 */
export async function closeToPublic(context: Context, actor: Actor, input: CloseToPublicInput): Promise<PublicResult> {
  const wanted = parseInput(closeSchema, input);
  return onCase(context, actor, wanted, { right: RIGHT, concern: 'lead', from: CASE_STATES }, async (scope) => {
    const { db, row, author, at } = scope;
    const closing = { caseId: row.id, by: author.id, reason: wanted.reason, at };
    const clarificationId = await closePublicClarification(db, closing);
    if (clarificationId === null)
      throw new CommandRefused('wrong-state', 'Hồ sơ này không có nội dung đang công khai: hãy tải lại trang.');
    const evidence = { clarification: clarificationId };
    const result = await record(scope, { command: 'close-to-public', reason: wanted.reason, evidence });
    await tellOf(scope, result.seq, 'clarification-closed', 'nội dung làm rõ thôi công khai');
    return { ...result, clarificationId };
  });
}

async function standingRelease(scope: Scope, releaseId: string): Promise<ProvedReleaseRow> {
  const release = await findRelease(scope.db, releaseId);
  if (release === null || release.caseId !== scope.row.id || release.withdrawnAt !== null)
    throw new CommandRefused(
      'not-found',
      `Hồ sơ này không có lần phát hành ${releaseId} còn hiệu lực: hãy tải lại trang.`,
    );
  if (!isPublic(release.channel))
    throw new CommandRefused(
      'check-failed',
      'Nội dung này chỉ gửi riêng cho nơi nhận: hãy phát hành công khai trước, rồi mở cho mọi người đọc.',
    );
  return release;
}

/** A byline stays with its article; nobody who wrote is named to the public. */
async function refuseBylines(scope: Scope, claim: string): Promise<void> {
  const responses = await listResponses(scope.db, scope.row.id);
  const approved = responses.filter(({ state }) => state === 'approved');
  const told = plainWords([claim, ...approved.flatMap(({ title, body }) => [title, body])].join(' '));
  const names = (await listCaseBylines(scope.db, scope.row.id)).flatMap((byline) => byline.split(/[,;&/|]|\s+-\s+/));
  // A single word may be a pen name or a common word; it is left to whoever reads the text before opening it.
  const named = names.map(plainWords).filter((name) => name.trim().includes(' '));
  if (!named.some((name) => told.includes(name))) return;
  throw new CommandRefused(
    'check-failed',
    'Nội dung công khai nêu tên người viết bài: hãy bỏ tên cá nhân khỏi nội dung báo nêu, hoặc soạn lại bản trả lời.',
  );
}

function tellOf(
  scope: Scope,
  seq: number,
  kind: 'clarification-opened' | 'clarification-closed',
  what: string,
): Promise<void> {
  return tell(scope, seq, {
    kind,
    roles: ['analyst', 'officer', 'leader', 'coordinator'],
    agencies: scope.row.leadAgency === null ? [] : [scope.row.leadAgency],
    title: `Hồ sơ ${scope.row.number}: ${what}`,
    body: scope.row.title,
  });
}
