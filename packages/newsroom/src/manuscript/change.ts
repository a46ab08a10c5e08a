import { z } from 'zod';
import { readBlocks } from './manuscript.ts';

const change = z.strictObject({
  article: z.string(),
  kind: z.enum(['edit', 'correct', 'remove', 'publish']),
  from: z.string().optional(),
  to: z.string().optional(),
  note: z.string().optional(),
  status: z.enum(['404', '410']).optional(),
});

/** One planted step of a script, such as `correction:thai-binh`: what happens to which article. */
export interface ChangeManuscript extends z.infer<typeof change> {
  step: string;
  profile: string;
}

/** Reads a province's `changes.txt`. An edit or correction replaces `from` by `to`; a correction also adds `note`. */
export function readChanges(text: string, profile: string, file: string): ChangeManuscript[] {
  return readBlocks(text, file).map((block) => {
    const parsed = change.safeParse(Object.fromEntries(block.fields));
    if (!parsed.success) throw new Error(`${file}, ${block.id}: ${z.prettifyError(parsed.error)}`);
    return { ...parsed.data, step: block.id, profile };
  });
}
