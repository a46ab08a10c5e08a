import { z } from 'zod';
import { optionalId, optionalText } from '../desk/read.ts';

/** How the list of records is asked for in an address. */
export const recordQuery = z.object({
  kind: z.enum(['figure', 'statement', 'clarification']).nullable().catch(null).default(null),
  q: optionalText,
  id: optionalId,
  after: optionalId,
});
export type RecordQuery = z.infer<typeof recordQuery>;
