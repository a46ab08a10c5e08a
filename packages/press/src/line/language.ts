import type { Language } from '@lamro/domain';
import { z } from 'zod';
import { detectLanguage } from '../language/detect.ts';

export const languageInputSchema = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  hint: z.string().nullish(),
});
export type LanguageInput = z.infer<typeof languageInputSchema>;

export interface LanguageLine {
  readonly id: string | number;
  readonly language: Language;
  /** 0 to 1, two decimals. */
  readonly confidence: number;
}

/** Tells the language of one text for the command line's `language`. */
export function languageLine(input: LanguageInput): LanguageLine {
  const { language, confidence } = detectLanguage(input.text, input.hint);
  return { id: input.id, language, confidence: Math.round(confidence * 100) / 100 };
}
