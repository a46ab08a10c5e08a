import { VERDICTS } from '@lamro/domain';
import { z } from 'zod';
import { optionalText } from '../desk/read.ts';

export const DECISIONS = ['confirmed', 'dismissed', 'needs-evidence'] as const;

const ids = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (typeof value === 'string' ? [value] : value))
  .pipe(z.array(z.string().regex(/^\d{1,18}$/)))
  .default([]);

/** The decision form as it comes back. A reason may be picked from the templates, written, or both. */
export const decisionForm = z.object({
  decision: z.enum(DECISIONS).nullable().catch(null).default(null),
  verdict: z.enum(VERDICTS).nullable().catch(null).default(null),
  template: optionalText,
  reason: optionalText,
  'shown[]': ids,
  'kept[]': ids,
  version: z.coerce.number().int().positive(),
});
export type DecisionForm = z.infer<typeof decisionForm>;

/** The reason as one text: the template first, then what was written. */
export function reasonOf(form: DecisionForm): string {
  return [form.template, form.reason].filter((part) => part !== null).join(' ');
}
