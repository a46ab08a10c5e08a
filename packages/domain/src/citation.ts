import { z } from 'zod';

/** A place in a regulation, in numbers only: the decision that issues it or the regulation itself, điều, khoản, điểm, item. */
export const clauseRefSchema = z.object({
  part: z.enum(['decision', 'regulation']),
  article: z.number().int().positive(),
  clause: z.number().int().positive().nullable().default(null),
  point: z.string().min(1).max(3).nullable().default(null),
  item: z.number().int().positive().nullable().default(null),
});
export type ClauseRef = z.infer<typeof clauseRefSchema>;

/** A clause with what it is cited for (`lead`, `dossier`, `notify`, `channel:press-release`, ...). */
export const citationSchema = clauseRefSchema.extend({ for: z.string().min(1) });
export type Citation = z.infer<typeof citationSchema>;

/**
 * Writes a clause as Vietnamese officials cite it: `điểm a khoản 3 Điều 7 Quy chế`.
 *
 * @param instrument what the document calls itself
 *
 * @example formatClause({ part: 'regulation', article: 7, clause: 3, point: 'a', item: null })
 */
export function formatClause(ref: ClauseRef, instrument: 'Quy chế' | 'Quy định' = 'Quy chế'): string {
  const parts: string[] = [];
  if (ref.item !== null) parts.push(`gạch đầu dòng ${ref.item}`);
  if (ref.point !== null) parts.push(`điểm ${ref.point}`);
  if (ref.clause !== null) parts.push(`khoản ${ref.clause}`);
  parts.push(`Điều ${ref.article}`, ref.part === 'decision' ? 'Quyết định' : instrument);
  return parts.join(' ');
}
