import { z } from 'zod';
import { readBlocks } from './manuscript.ts';

const record = z.strictObject({
  kind: z.enum(['figure', 'statement', 'clarification']),
  indicator: z.string().optional(),
  /** A key of the province's figures. */
  value: z.string().optional(),
  unit: z.string().optional(),
  period: z.string().optional(),
  validFrom: z.string().optional(),
  validTo: z.string().optional(),
  documentNumber: z.string(),
  source: z.string(),
  /** Days before now at which the record was issued. */
  age: z.coerce.number().nonnegative(),
});

export interface RecordManuscript extends z.infer<typeof record> {
  id: string;
  profile: string;
  text: string;
}

/** Reads a province's `records.txt`: blocks as in article manuscripts, the passage below the header. */
export function readRecords(text: string, profile: string, file: string): RecordManuscript[] {
  return readBlocks(text, file).map((block) => {
    const parsed = record.safeParse(Object.fromEntries(block.fields));
    if (!parsed.success) throw new Error(`${file}, ${block.id}: ${z.prettifyError(parsed.error)}`);
    return { ...parsed.data, id: block.id, profile, text: block.paragraphs.join(' ') };
  });
}
