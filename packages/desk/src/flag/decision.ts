import { VERDICTS } from '@lamro/domain';
import { z } from 'zod';
import { listOfIds, optionalText } from '../desk/read.ts';

export const DECISIONS = ['confirmed', 'dismissed', 'needs-evidence'] as const;

/** The decision form as it comes back. A reason may be picked from the templates, written, or both. */
export const decisionForm = z.object({
  decision: z.enum(DECISIONS).nullable().catch(null).default(null),
  verdict: z.enum(VERDICTS).nullable().catch(null).default(null),
  template: optionalText,
  reason: optionalText,
  'shown[]': listOfIds,
  'kept[]': listOfIds,
  version: z.coerce.number().int().positive(),
});
export type DecisionForm = z.infer<typeof decisionForm>;

/** The reason as one text: the template first, then what was written. */
export function reasonOf(form: DecisionForm): string {
  return [form.template, form.reason].filter((part) => part !== null).join(' ');
}
