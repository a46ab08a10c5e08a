import type { Actor } from '@lamro/access';
import { saveDeliveryPreference } from '@lamro/database';
import { noticeTopicSchema } from '@lamro/domain';
import { z } from 'zod';
import { parseInput } from '../refusal/parse-input.ts';
import type { Context } from '../scope/context.ts';
import { checkRight } from '../trail/trail.ts';

const timeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'giờ phải có dạng HH:MM, ví dụ 21:30');
const schema = z.object({
  email: z.boolean(),
  /** Hours in Vietnamese time in which nothing is sent; may pass over midnight. */
  quiet: z.object({ from: timeOfDay, to: timeOfDay }).nullable(),
  /** Hours of the day at which collected notices go out in one letter; none: each goes at once. */
  digestHours: z.array(z.number().int().min(0).max(23)).max(24),
  mutedTopics: z.array(noticeTopicSchema).max(50).default([]),
});
export type NoticePreferenceInput = z.input<typeof schema>;

/**
 * Keeps how somebody wishes to get notices by letter; in the desk every notice stands in any case.
 *
 * @throws CommandRefused
 */
export async function chooseNotices(context: Context, actor: Actor, input: NoticePreferenceInput): Promise<void> {
  const { email, quiet, digestHours, mutedTopics } = parseInput(schema, input);
  checkRight(actor, 'notice.read');
  await saveDeliveryPreference(context.pool, {
    accountId: actor.id,
    profile: actor.profile,
    email,
    quietFrom: quiet?.from ?? null,
    quietTo: quiet?.to ?? null,
    digestHours: [...new Set(digestHours)].sort((a, b) => a - b),
    mutedTopics: [...new Set(mutedTopics)],
  });
}
