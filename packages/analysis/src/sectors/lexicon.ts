import { sectorSchema } from '@lamro/domain';
import { z } from 'zod';
import { createAutomaton } from '../text/automaton.ts';
import type { FoldedText } from '../text/fold.ts';
import { fold, hasDiacritics, toneForm } from '../text/fold.ts';
import { isSpaced, isWordCharacter, scriptOf } from '../text/script.ts';
import economy from './lexicon/economy.json' with { type: 'json' };
import society from './lexicon/society.json' with { type: 'json' };
import state from './lexicon/state.json' with { type: 'json' };

/** One notion that the watched languages word differently, with the sectors it speaks for (weight 0 to 1). */
export const conceptSchema = z.strictObject({
  id: z.string().min(1),
  sectors: z.partialRecord(sectorSchema, z.number().min(0).max(1)),
  words: z.record(z.string(), z.array(z.string().min(1))),
});
export type Concept = z.infer<typeof conceptSchema>;

/** The concepts that ship; an operator may pass more to `createConceptFinder`. */
export const CONCEPTS: readonly Concept[] = z.array(conceptSchema).parse([...state, ...society, ...economy]);

export interface ConceptHit {
  readonly concept: Concept;
  /** UTF-16 offsets into the source text. */
  readonly start: number;
  readonly end: number;
}

interface Wording {
  readonly concept: Concept;
  /** Tone form of a Vietnamese word with marks. */
  readonly form: string | null;
  /** As declared, lower case. */
  readonly word: string;
}

/** Builds the search for concepts in any language in one pass; Vietnamese words match with and without marks. */
export function createConceptFinder(concepts: readonly Concept[]): (text: FoldedText) => ConceptHit[] {
  const wordings = new Map<string, Wording[]>();
  for (const concept of concepts) {
    for (const [language, words] of Object.entries(concept.words)) {
      for (const word of words) {
        const wording = {
          concept,
          form: language === 'vi' && hasDiacritics(word) ? toneForm(word) : null,
          word: word.toLowerCase(),
        };
        wordings.set(fold(word), [...(wordings.get(fold(word)) ?? []), wording]);
      }
    }
  }
  const patterns = [...wordings.keys()];
  const find = createAutomaton(patterns);
  return (folded) => {
    const marked = readsMarked(folded.source);
    return find(folded.text).flatMap(({ pattern, start, end }) => {
      if (!bounded(folded.text, start, end)) return [];
      const from = folded.starts[start] ?? 0;
      const to = folded.ends[end - 1] ?? from;
      const written = folded.source.slice(from, to);
      return (wordings.get(patterns[pattern] ?? '') ?? [])
        .filter((wording) => fits(written, wording, marked))
        .map(({ concept }) => ({ concept, start: from, end: to }));
    });
  };
}

/**
 * Without marks one syllable may be many words ("bão" storm, "bao" bag); two and more seldom are. In a text with marks
 * "chậm" is not the English "Cham".
 */
function fits(written: string, { form, word }: Wording, marked: boolean): boolean {
  if (form === null) return !marked || !hasDiacritics(written) || written.normalize('NFC').toLowerCase() === word;
  if (hasDiacritics(written) || marked) return toneForm(written) === form;
  return form.includes(' ');
}

/** Whether the text writes Vietnamese with its marks. */
function readsMarked(source: string): boolean {
  return (source.slice(0, 800).match(/[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/giu)?.length ?? 0) > 3;
}

/** Latin words stand alone; Russian ones may go on with an ending, Korean ones with a particle. */
function bounded(text: string, start: number, end: number): boolean {
  const script = scriptOf(text.charAt(start));
  if (!isSpaced(script)) return true;
  if (start > 0 && isWordCharacter(text.charAt(start - 1)) && scriptOf(text.charAt(start - 1)) === script) return false;
  if (script !== 'latin' && script !== 'other') return true;
  return end >= text.length || !isWordCharacter(text.charAt(end)) || isPlural(text, end);
}

function isPlural(text: string, end: number): boolean {
  return /^(?:s|es)(?![\p{L}\p{N}])/u.test(text.slice(end, end + 3));
}
