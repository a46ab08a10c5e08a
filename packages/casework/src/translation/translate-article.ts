import type { Actor } from '@lamro/access';
import { findVersion, insertTranslation } from '@lamro/database';
import { z } from 'zod';
import { parseInput } from '../refusal/parse-input.ts';
import { CommandRefused } from '../refusal/refusal.ts';
import type { Context } from '../scope/context.ts';
import { idSchema } from '../scope/on-case.ts';
import { transact } from '../scope/transact.ts';
import { checkRight, note } from '../trail/trail.ts';

const schema = z.object({
  versionId: idSchema,
  title: z.string().trim().min(1, 'phải có tiêu đề').max(1_000).normalize('NFC'),
  body: z.string().trim().min(1, 'phải có nội dung').max(200_000).normalize('NFC'),
});
export type TranslateArticleInput = z.input<typeof schema>;

/**
 * Keeps an analyst's translation into Vietnamese of one version of a foreign article. It is shown before a machine's and before
 * those that other analysts wrote earlier, which stay in the ledger.
 *
 * @throws CommandRefused
 */
export async function translateArticle(
  context: Context,
  actor: Actor,
  input: TranslateArticleInput,
): Promise<{ readonly articleId: string }> {
  const { versionId, title, body } = parseInput(schema, input);
  checkRight(actor, 'press.translate');
  const { profile, id: authorId } = actor;
  return transact(context, async (db) => {
    const version = await findVersion(db, versionId);
    if (version === null || version.profile !== profile)
      throw new CommandRefused('not-found', `Không có bản ${versionId} của bài nào: hãy tải lại trang.`);
    if (version.language === 'vi')
      throw new CommandRefused('wrong-state', 'Bài viết bằng tiếng Việt nên không cần bản dịch.');
    const by = { kind: 'analyst', authorId } as const;
    await insertTranslation(db, { profile, versionId, language: 'vi', by, title, body, risks: [] });
    const articleId = version.article_id;
    await note(context, db, actor, { action: 'translate', objectKind: 'article', objectId: articleId });
    return { articleId };
  });
}
