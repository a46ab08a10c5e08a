import type { Actor } from '@lamro/access';
import { findBriefing, findLatestBriefing, insertBriefing } from '@lamro/database';
import { z } from 'zod';
import { parseInput } from '../refusal/parse-input.ts';
import { CommandRefused } from '../refusal/refusal.ts';
import type { Context } from '../scope/context.ts';
import { idSchema, reasonSchema } from '../scope/on-case.ts';
import { transact } from '../scope/transact.ts';
import { type BriefingResult, briefingNotFound, checkBriefingRight, contentOf, logBriefing } from './scope.ts';

const editionSchema = z.object({
  briefingId: idSchema,
  /** What the new edition changes; printed in it. */
  correction: reasonSchema,
});
export type NewEditionInput = z.input<typeof editionSchema>;

/**
 * Begins the next edition of an issued briefing as a draft with the same content, which says what it corrects.
 *
 * @throws CommandRefused `wrong-state` where the briefing is not the newest edition, or is still a draft
 */
export async function newEdition(context: Context, actor: Actor, input: NewEditionInput): Promise<BriefingResult> {
  const wanted = parseInput(editionSchema, input);
  checkBriefingRight(actor, 'briefing.edit');
  const result = await transact(context, async (db) => {
    const issued = await findBriefing(db, actor.profile, wanted.briefingId);
    if (issued === null) throw briefingNotFound(wanted.briefingId);
    const latest = await findLatestBriefing(db, actor.profile, issued.label);
    if (issued.state !== 'issued' || latest?.id !== issued.id) {
      throw new CommandRefused(
        'wrong-state',
        issued.state === 'issued'
          ? `Bản tin ${issued.label} đã có lần ${latest?.edition ?? ''}: hãy sửa lần mới nhất.`
          : 'Bản tin này còn là dự thảo: hãy sửa ngay trên dự thảo.',
      );
    }
    const { id, edition } = await insertBriefing(db, {
      profile: issued.profile,
      from: issued.periodFrom,
      to: issued.periodTo,
      label: issued.label,
      content: { ...contentOf(issued), correction: wanted.correction },
      createdBy: actor.id,
      at: context.clock.now(),
    });
    return { briefingId: id, label: issued.label, edition, version: 1 };
  });
  await logBriefing(context.pool, context, actor, 'new-edition', result);
  return result;
}
