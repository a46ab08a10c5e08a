import { z } from 'zod';

/** What reading the inside of a file came to; crosses from the reading thread to ours. */
export const content = z.discriminatedUnion('ok', [
  z.strictObject({
    ok: z.literal(true),
    /** Pages or parts divided by form feeds. */
    text: z.string(),
    /** False when something in the file could not be read as text: a scan, a picture, an embedded file. */
    readable: z.boolean(),
  }),
  z.strictObject({
    ok: z.literal(false),
    reason: z.enum(['extension-lies', 'has-macro', 'active-content', 'encrypted', 'broken', 'too-complex']),
  }),
]);

export type Content = z.output<typeof content>;

/** Most characters of text that are read from one file. */
export const MAX_TEXT = 5_000_000;

/** Letters of a text, which is what tells writing from the dirt of a scan. */
export function letterCount(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}
