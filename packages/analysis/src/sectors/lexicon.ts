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
  /** Words that name who or where rather than what happened ("student", "road"); stories of every sector pass by them. */
  bystanders: z.record(z.string(), z.array(z.string().min(1))).optional(),
});
export type Concept = z.infer<typeof conceptSchema>;

/** The concepts that ship; an operator may pass more to `createConceptFinder`. */
export const CONCEPTS: readonly Concept[] = z.array(conceptSchema).parse([...state, ...society, ...economy]);

export interface ConceptHit {
  readonly concept: Concept;
  readonly bystander: boolean;
  /** UTF-16 offsets into the source text. */
  readonly start: number;
  readonly end: number;
}

interface Wording {
  readonly concept: Concept;
  readonly bystander: boolean;
  /** Tone form of a Vietnamese word with marks. */
  readonly form: string | null;
  /** As declared, lower case. */
  readonly word: string;
}

/** Concept of wordings that mean nothing of what their parts do ("under fire"); it hides them and is never found. */
const FIGURATIVE = 'figurative';

/**
 * Builds the search for concepts in any language in one pass; Vietnamese words match with and without marks. A hit within a
 * longer one does not count: "xuất khẩu lao động" is no export.
 */
export function createConceptFinder(concepts: readonly Concept[]): (text: FoldedText) => ConceptHit[] {
  const wordings = Map.groupBy(concepts.flatMap(wordingsOf), ({ word }) => fold(word));
  const patterns = [...wordings.keys()];
  const find = createAutomaton(patterns);
  return (folded) => {
    const marked = readsMarked(folded.source);
    const hits = find(folded.text).flatMap(({ pattern, start, end }) => {
      if (!bounded(folded.text, start, end)) return [];
      const from = folded.starts[start] ?? 0;
      const to = folded.ends[end - 1] ?? from;
      const written = folded.source.slice(from, to);
      return (wordings.get(patterns[pattern] ?? '') ?? [])
        .filter((wording) => fits(written, wording, marked))
        .map(({ concept, bystander }) => ({ concept, bystander, start: from, end: to }));
    });
    return outermost(hits).filter(({ concept }) => concept.id !== FIGURATIVE);
  };
}

function wordingsOf(concept: Concept): Wording[] {
  const read = (words: Concept['words'], bystander: boolean): Wording[] =>
    Object.entries(words).flatMap(([language, list]) =>
      list.map((word) => ({
        concept,
        bystander,
        form: language === 'vi' && hasDiacritics(word) ? toneForm(word) : null,
        word: word.toLowerCase(),
      })),
    );
  return [...read(concept.words, false), ...read(concept.bystanders ?? {}, true)];
}

/** Hits that lie in no longer hit, in order of their start. */
function outermost(hits: readonly ConceptHit[]): ConceptHit[] {
  const ordered = hits.toSorted((a, b) => a.start - b.start || b.end - a.end);
  let reach = { start: -1, end: -1 };
  return ordered.filter(({ start, end }) => {
    if (end <= reach.end) return start === reach.start && end === reach.end;
    reach = { start, end };
    return true;
  });
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
  if (script === 'cyrillic') return end - start > SHORT_STEM || SHORT_ENDING.test(text.slice(end, end + 4));
  if (script !== 'latin' && script !== 'other') return true;
  return end >= text.length || !isWordCharacter(text.charAt(end)) || isPlural(text, end);
}

/** A Russian stem of three letters takes an ending but is no beginning of another word ("суд" court, "судно" ship). */
const SHORT_STEM = 3;
const SHORT_ENDING = /^(?:а|у|е|ом|ы|и|ов|ам|ами|ах|ой|я|ю|ем|ей)?(?!\p{L})/u;

function isPlural(text: string, end: number): boolean {
  return /^(?:s|es)(?![\p{L}\p{N}])/u.test(text.slice(end, end + 3));
}
