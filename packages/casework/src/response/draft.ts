import type { Actor } from '@lamro/access';
import { insertResponse, insertResponseComment, listResponses, type ResponseRow } from '@lamro/database';
import { CASE_STATES, LANGUAGES } from '@lamro/domain';
import { caseNotices } from '@lamro/wording';
import { z } from 'zod';
import { tell } from '../notice/tell.ts';
import { parseInput } from '../refusal/parse-input.ts';
import { CommandRefused } from '../refusal/refusal.ts';
import type { Context } from '../scope/context.ts';
import { caseInput, fromStates, idSchema, onCase } from '../scope/on-case.ts';
import { type CaseResult, record, type Scope } from '../scope/scope.ts';

const draftSchema = z.object({
  ...caseInput,
  language: z.enum(LANGUAGES).default('vi'),
  title: z.string().trim().min(1, 'dự thảo phải có tiêu đề').max(300).normalize('NFC'),
  body: z.string().trim().min(1, 'dự thảo phải có nội dung').max(100_000).normalize('NFC'),
});
export type DraftInput = z.input<typeof draftSchema>;

export interface DraftResult extends CaseResult {
  readonly responseId: string;
  /** Version of the response in this language, from 1. */
  readonly responseNumber: number;
}

/**
 * Writes the next version of the answer in one language. Earlier versions stay.
 *
 * @throws CommandRefused
 */
export async function draft(context: Context, actor: Actor, input: DraftInput): Promise<DraftResult> {
  const wanted = parseInput(draftSchema, input);
  const spec = { right: 'case.draft', concern: 'lead', from: fromStates('draft') } as const;
  return onCase(context, actor, wanted, spec, async (scope) => {
    const { language, title, body } = wanted;
    const { id, number } = await insertResponse(scope.db, {
      profile: scope.row.profile,
      caseId: scope.row.id,
      language,
      title,
      body,
      authorId: actor.id,
      authorAgency: actor.agency,
      at: scope.at,
    });
    const result = await record(scope, { command: 'draft', toState: 'responding', evidence: { response: id } });
    return { ...result, responseId: id, responseNumber: number };
  });
}

const commentSchema = z.object({
  ...caseInput,
  responseId: idSchema,
  body: z.string().trim().min(1, 'góp ý phải có nội dung').max(10_000).normalize('NFC'),
});
export type CommentInput = z.input<typeof commentSchema>;

export interface CommentResult extends CaseResult {
  readonly commentId: string;
}

/**
 * Writes a comment on a version of the answer; whoever wrote that version is told.
 *
 * @throws CommandRefused
 */
export async function comment(context: Context, actor: Actor, input: CommentInput): Promise<CommentResult> {
  const wanted = parseInput(commentSchema, input);
  const spec = { right: 'case.comment', concern: 'dossier', from: CASE_STATES } as const;
  return onCase(context, actor, wanted, spec, async (scope) => {
    const response = await responseOf(scope, wanted.responseId);
    const { id: responseId, profile } = response;
    const commentId = await insertResponseComment(scope.db, {
      profile,
      responseId,
      body: wanted.body,
      authorId: actor.id,
      at: scope.at,
    });
    const result = await record(scope, { command: 'comment', evidence: { response: responseId, comment: commentId } });
    await tell(scope, result.seq, {
      kind: 'response-commented',
      roles: ['officer', 'analyst'],
      agencies: response.authorAgency === null ? [] : [response.authorAgency],
      ...caseNotices.commented(scope.row.number, response.title),
    });
    return { ...result, commentId };
  });
}

/** A response version of this case. @throws CommandRefused `not-found` */
export async function responseOf(scope: Scope, responseId: string): Promise<ResponseRow> {
  const responses = await listResponses(scope.db, scope.row.id);
  const found = responses.find((response) => response.id === responseId);
  if (found === undefined) {
    throw new CommandRefused(
      'not-found',
      `Hồ sơ ${scope.row.number} không có dự thảo ${responseId}: hãy tải lại trang.`,
    );
  }
  return found;
}

/** The newest version in each language. */
export function latestByLanguage(responses: readonly ResponseRow[]): readonly ResponseRow[] {
  // The list is in order of number, so that a later entry of the same language replaces the earlier.
  return [...new Map(responses.map((response) => [response.language, response])).values()];
}
