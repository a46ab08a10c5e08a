import { noticeTopicSchema } from '@lamro/domain';
import type { Context } from 'hono';
import { z } from 'zod';
import type { DeskOptions } from '../desk/options.ts';
import { optionalText } from '../desk/read.ts';
import type { DeskEnv } from '../desk/view.ts';

const timeOfDay = z
  .string()
  .nullable()
  .pipe(z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/));
const hours = z
  .array(
    z
      .string()
      .regex(/^(?:1?\d|2[0-3])$/)
      .transform(Number),
  )
  .max(24);
const form = z
  .object({
    email: z.literal('1').optional(),
    'topics[]': z.union([noticeTopicSchema.transform((topic) => [topic]), z.array(noticeTopicSchema)]).default([]),
    quietFrom: optionalText,
    quietTo: optionalText,
    digest: optionalText,
  })
  .transform(({ email, 'topics[]': wanted, quietFrom, quietTo, digest }) => ({
    email: email !== undefined,
    quiet: quietFrom === null && quietTo === null ? null : { from: quietFrom, to: quietTo },
    digestHours: (digest ?? '').split(/[\s,;]+/).filter((hour) => hour !== ''),
    // A browser sends what is ticked: the others are the ones without letters.
    mutedTopics: noticeTopicSchema.options.filter((topic) => !wanted.includes(topic)),
  }))
  .pipe(
    z.object({
      email: z.boolean(),
      quiet: z.object({ from: timeOfDay, to: timeOfDay }).nullable(),
      digestHours: hours,
      mutedTopics: z.array(noticeTopicSchema),
    }),
  );

/** Keeps what the form says. @returns whether it could be understood */
export async function saveNoticeWishes(c: Context<DeskEnv>, { casework }: DeskOptions): Promise<boolean> {
  const wishes = form.safeParse(await c.req.parseBody());
  if (!wishes.success) return false;
  await casework.chooseNotices(c.get('signed').actor, wishes.data);
  return true;
}
