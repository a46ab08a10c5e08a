import type { Actor } from '@lamro/access';
import { attachArticle, type CaseCandidateRow, findCaseCandidate, scheduleOutletChecks } from '@lamro/database';
import { CASE_STATES } from '@lamro/domain';
import { z } from 'zod';
import { CHECK_DELAYS } from '../outcome/schedule.ts';
import { holdsQuote } from '../quotation/quotation.ts';
import { parseInput } from '../refusal/parse-input.ts';
import { CommandRefused } from '../refusal/refusal.ts';
import type { Context } from '../scope/context.ts';
import { caseInput, idSchema, onCase } from '../scope/on-case.ts';
import { type CaseResult, record } from '../scope/scope.ts';

const attachSchema = z.object({
  ...caseInput,
  articleId: idSchema,
  /** The passage that tells the claim again. */
  quote: z.string().trim().min(1, 'phải trích đoạn đăng lại').max(4000).normalize('NFC'),
});
export type AttachRepublicationInput = z.input<typeof attachSchema>;

const RELEASED: readonly string[] = ['released', 'monitoring'];

/**
 * Puts an article that tells the claim again into the case: one answer serves all of them. After a release it is watched
 * like the others, and counts as `repeated`.
 *
 * @throws CommandRefused
 */
export async function attachRepublication(
  context: Context,
  actor: Actor,
  input: AttachRepublicationInput,
): Promise<CaseResult> {
  const wanted = parseInput(attachSchema, input);
  const from = CASE_STATES.filter((state) => state !== 'closed');
  return onCase(
    context,
    actor,
    wanted,
    { right: 'case.attach-republication', concern: 'concerned', from },
    async (scope) => {
      const { db, row, at } = scope;
      const article = await findCaseCandidate(db, wanted.articleId);
      if (article === null || article.profile !== row.profile) {
        throw new CommandRefused(
          'not-found',
          `Không có bài ${wanted.articleId} trong tỉnh của bạn, hoặc bài chưa được lưu: hãy kiểm tra lại.`,
        );
      }
      const { articleId, versionId, profile } = article;
      checkQuote(wanted.quote, article);
      const added = await attachArticle(db, {
        caseId: row.id,
        articleId,
        profile,
        versionId,
        part: 'republication',
        quote: wanted.quote,
      });
      if (!added) throw new CommandRefused('wrong-state', 'Bài này đã nằm trong hồ sơ.');
      const afterRelease = RELEASED.includes(row.state);
      if (afterRelease) {
        const check = { profile, caseId: row.id, articleId, beforeVersionId: versionId, requestedBy: null };
        await scheduleOutletChecks(
          db,
          CHECK_DELAYS.map((delay) => ({ ...check, dueAt: new Date(at.getTime() + delay) })),
        );
      }
      const evidence = { article: articleId, outcome: afterRelease ? 'repeated' : null };
      return record(scope, { command: 'attach-republication', evidence });
    },
  );
}

/** What is said to stand in an article is looked for in its stored text. */
function checkQuote(quote: string, article: CaseCandidateRow): void {
  if (holdsQuote(`${article.title}\n${article.body}`, quote)) return;
  throw new CommandRefused(
    'check-failed',
    `Đoạn trích không có trong bài ${article.articleId}: hãy chép nguyên văn từ bài đã lưu.`,
  );
}
