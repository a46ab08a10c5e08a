import type { Actor } from '@lamro/access';
import { changeBriefing, findLatestBriefing, insertBriefing, lockBriefingLabel, type Queryable } from '@lamro/database';
import type { BriefingContent } from '@lamro/domain';
import type { z } from 'zod';
import { parseInput } from '../refusal/parse-input.ts';
import { CommandRefused } from '../refusal/refusal.ts';
import type { Context } from '../scope/context.ts';
import { transact } from '../scope/transact.ts';
import { readContent } from './content.ts';
import { type Period, periodSchema } from './period.ts';
import { type BriefingResult, checkBriefingRight, lockDraft, logBriefing } from './scope.ts';
import { keepWords } from './words.ts';

export type CompileBriefingInput = z.input<typeof periodSchema>;

/**
 * Makes the draft of a period from the ledger. Where a draft of the period stands already, its facts are read anew; what the
 * analyst wrote into it stays with the items it was written about.
 *
 * @throws CommandRefused `wrong-state` where the period's briefing is issued: a correction is a new edition
 * @example await casework.compileBriefing(actor, { week: '2026-W47' })
 */
export async function compileBriefing(
  context: Context,
  actor: Actor,
  input: CompileBriefingInput,
): Promise<BriefingResult> {
  const period = parseInput(periodSchema, input);
  checkBriefingRight(actor, 'briefing.edit');
  const at = context.clock.now();
  if (period.from > at) throw new CommandRefused('invalid-input', `Kỳ ${period.label} chưa bắt đầu nên chưa có tin.`);
  const result = await transact(context, async (db) => {
    await lockBriefingLabel(db, actor.profile, period.label);
    const content = await readContent(db, actor.profile, period, context.procedure(actor.profile), at);
    const latest = await findLatestBriefing(db, actor.profile, period.label);
    if (latest === null) return storeDraft(db, actor, period, content, at);
    const row = await lockDraft(db, actor, { briefingId: latest.id });
    const version = await changeBriefing(db, { id: row.id, content: keepWords(row.content, content), at });
    return { briefingId: row.id, label: row.label, edition: row.edition, version };
  });
  await logBriefing(context.pool, context, actor, 'compile-briefing', result);
  return result;
}

async function storeDraft(
  db: Queryable,
  actor: Actor,
  period: Period,
  content: BriefingContent,
  at: Date,
): Promise<BriefingResult> {
  const { from, to, label } = period;
  const { id, edition } = await insertBriefing(db, {
    profile: actor.profile,
    from,
    to,
    label,
    content,
    createdBy: actor.id,
    at,
  });
  return { briefingId: id, label, edition, version: 1 };
}
