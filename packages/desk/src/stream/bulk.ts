import { CommandRefused } from '@lamro/casework';
import { findNewestFlags, markArticlesRead, markArticlesUnread } from '@lamro/database';
import { verdictSchema } from '@lamro/domain';
import type { Hono } from 'hono';
import { z } from 'zod';
import type { DeskOptions } from '../desk/options.ts';
import { listOfIds, optionalText, readForm } from '../desk/read.ts';
import type { DeskEnv, SignedView } from '../desk/view.ts';
import { localPath } from '../page/address.ts';
import { BULK_ACTIONS, type BulkAction } from './bulk-form.ts';
import { type BulkOutcome, bulkPage } from './bulk-page.ts';

const bulkBody = z.object({
  action: z.enum(BULK_ACTIONS),
  'item[]': listOfIds.pipe(z.array(z.string()).max(100)),
  verdict: verdictSchema.nullable().catch(null).default(null),
  reason: optionalText,
  back: z.string().default('/stream'),
});
type BulkBody = z.output<typeof bulkBody>;

/** One thing done to many rows: reading marks at once, flags one by one by the same command as on their own screen. */
export function bulkRoute(routes: Hono<DeskEnv>, options: DeskOptions): void {
  routes.post('/stream/bulk', async (c) => {
    const view = c.get('signed');
    const body = await readForm(c, bulkBody);
    const outcomes = await carryOut(options, view, body);
    const back = localPath(body.back);
    const refused = outcomes.some(({ refusal }) => refusal !== null);
    return c.html(bulkPage(view, { action: body.action, outcomes, back }), refused ? 409 : 200);
  });
}

async function carryOut(options: DeskOptions, view: SignedView, body: BulkBody): Promise<readonly BulkOutcome[]> {
  const { pool, clock } = options;
  const { profile, id: reader } = view.actor;
  const chosen = await findNewestFlags(pool, profile, body['item[]']);
  const articleIds = chosen.map(({ articleId }) => articleId);
  if (body.action === 'read') await markArticlesRead(pool, { profile, reader, articleIds, at: clock.now() });
  if (body.action === 'unread') await markArticlesUnread(pool, { profile, reader, articleIds });
  const outcomes: BulkOutcome[] = [];
  // One after the other: each is a decision of its own, and what one refuses does not keep the others back.
  for (const { articleId, title, flagId } of chosen) {
    const refusal = await decide(options, view, body, flagId);
    outcomes.push({ articleId, title, refusal });
  }
  return outcomes;
}

/** Why the flag was not decided; null where it was, or where the action is not about flags. */
async function decide(
  { casework }: DeskOptions,
  view: SignedView,
  { action, verdict, reason }: BulkBody,
  flagId: string | null,
): Promise<string | null> {
  if (!isFlagAction(action)) return null;
  if (flagId === null) return view.words.bulk.noFlag;
  const why = reason ?? '';
  try {
    if (action === 'reopen') await casework.reopenFlag(view.actor, { flagId, reason: why });
    else
      await casework.reviewFlag(view.actor, {
        flagId,
        decision: action,
        verdict: action === 'dismissed' ? verdict : null,
        reason: why,
      });
    return null;
  } catch (error) {
    if (error instanceof CommandRefused) return error.message;
    throw error;
  }
}

function isFlagAction(action: BulkAction): action is Exclude<BulkAction, 'read' | 'unread'> {
  return action !== 'read' && action !== 'unread';
}
