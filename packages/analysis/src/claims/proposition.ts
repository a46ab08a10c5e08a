import { type Figure, findFigures } from '../figures/figure.ts';
import { findPeriods, type Period } from '../figures/period.ts';
import { type CueHit, type CueId, findCues, findNotions } from '../lexicon/concepts.ts';
import type { TermHit } from '../lexicon/terms.ts';
import { fold } from '../text/fold.ts';
import { type Sentence, splitSentences } from './sentence.ts';

/** A sentence with all that comparison needs. Offsets of its parts count within the sentence. */
export interface Proposition extends Sentence {
  readonly language: string;
  readonly figures: readonly Figure[];
  readonly periods: readonly Period[];
  readonly notions: readonly TermHit[];
  readonly cues: readonly CueHit[];
  /** Folded proper names in Latin script, which keep their spelling across most languages. */
  readonly names: ReadonlySet<string>;
  readonly headline: boolean;
}

/**
 * Reads a text sentence by sentence.
 *
 * @param at article date, ISO 8601, for "năm ngoái" and dates without a year
 * @param headlineEnd sentences that start before this offset are the headline
 */
export function readPropositions(text: string, language: string, at: string | null, headlineEnd = 0): Proposition[] {
  return splitSentences(text).map((sentence) => ({
    ...sentence,
    language,
    figures: findFigures(sentence.quote, language),
    periods: findPeriods(sentence.quote, at),
    notions: notionsOutsideNames(sentence.quote, language),
    cues: findCues(sentence.quote, language),
    names: properNames(sentence.quote),
    headline: sentence.start < headlineEnd,
  }));
}

export function hasCue(proposition: Proposition, ...ids: CueId[]): boolean {
  return proposition.cues.some((cue) => ids.includes(cue.id));
}

const NAME =
  /(?:\p{Lu}[\p{Ll}\p{M}'’]+)(?:[ -](?:\p{Lu}[\p{Ll}\p{M}'’]+|\d+))+|\b[A-Z]{2}[A-Z0-9-]{0,60}\b|(?<=[\p{Ll},] )\p{Lu}[\p{Ll}\p{M}]+/gu;

/** "SINGAPORE - ", "HANOI, Nov 3 (Agency) — ": where a report was written is no matter of it. */
const DATELINE = /^\p{Lu}[\p{Lu} .'’]{2,30}(?:,[^-–—.]{0,30})?(?: ?\([^)]{0,30}\))?\s[-–—]\s/u;

/** A word deep inside a name is no matter: no bridge is meant by "Nam Cầu Kiền". Its first word often tells the kind. */
function notionsOutsideNames(text: string, language: string): TermHit[] {
  const from = DATELINE.exec(text)?.[0].length ?? 0;
  const hits = findNotions(text, language).filter(({ start }) => start >= from);
  if (hits.length === 0 || !/^\p{sc=Latin}/u.test(text.replace(/^\P{L}+/u, ''))) return hits;
  const names = [...text.matchAll(NAME)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  return hits.filter(
    ({ start, end }) =>
      text.slice(start, end).includes(' ') || !names.some((name) => start > name.start && end <= name.end),
  );
}

function properNames(text: string): Set<string> {
  return new Set([...text.matchAll(NAME)].map(([name]) => fold(name)).filter((name) => name.length > 2));
}
