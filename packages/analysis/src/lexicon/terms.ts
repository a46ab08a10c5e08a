import { createAutomaton } from '../text/automaton.ts';
import { type FoldedText, foldOnce, foldText, hasDiacritics, toneForm } from '../text/fold.ts';
import { remembering } from '../text/recent.ts';
import { isSpaced, isWordCharacter, scriptOf } from '../text/script.ts';
import { createPhrase } from './phrase.ts';

/** One entry of a lexicon: an id and, by language, its terms joined by `|`; a term that ends in `*` matches any ending. */
export interface LexiconEntry {
  readonly id: string;
  readonly terms: Readonly<Record<string, string>>;
}

/** One occurrence of a term: offsets into the source text, end exclusive. */
export interface TermHit {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

interface Term {
  readonly id: string;
  readonly written: string;
  readonly folded: string;
  readonly open: boolean;
}

/** Texts whose hits each index remembers, by language. */
const TEXTS = 256;

/** Finds the terms of one language in a text. Overlapping hits of one id are merged, of different ids all kept. */
export type TermFinder = (text: string) => readonly TermHit[];

/**
 * Index over a lexicon, by language. Matching ignores case; Vietnamese diacritics count unless the text has none. Terms
 * under `*` count in every language. With `shortWords` "whole", a term of one Korean syllable or of two katakana counts only
 * as a word of its own.
 *
 * @example createTermIndex([{ id: 'tourist', terms: { en: 'tourist*' } }])('en')('Tourists came') // [{ id: 'tourist', start: 0, end: 8 }]
 */
export function createTermIndex(
  entries: readonly LexiconEntry[],
  shortWords: 'anywhere' | 'whole' = 'anywhere',
): (language: string) => TermFinder {
  const finders = new Map<string, TermFinder>();
  return (language) => {
    const known = finders.get(language);
    if (known !== undefined) return known;
    const finder = createFinder(termsOf(entries, language), shortWords === 'whole');
    finders.set(language, finder);
    return finder;
  };
}

function termsOf(entries: readonly LexiconEntry[], language: string): Term[] {
  return entries.flatMap((entry) =>
    [entry.terms[language], entry.terms['*']].flatMap((joined) =>
      (joined ?? '')
        .split('|')
        .filter((term) => term.trim() !== '')
        .map((term) => toTerm(entry.id, term)),
    ),
  );
}

function toTerm(id: string, term: string): Term {
  const open = term.endsWith('*');
  const bare = open ? term.slice(0, -1) : term;
  return { id, written: bare, folded: foldOnce(bare), open };
}

function createFinder(terms: readonly Term[], whole: boolean): TermFinder {
  const phrases = terms.map((term) => (term.folded.includes('*') ? createPhrase(term) : null));
  // A phrase is only tried where its first words stand: a pattern of its own over every text would cost as much as all else.
  const automaton = createAutomaton(terms.map(({ folded }) => folded.split('*', 1)[0] ?? ''));
  return remembering(TEXTS, (text) => {
    const folded = foldText(text);
    const strict = hasDiacritics(text);
    const hits: TermHit[] = [];
    for (const { pattern, start, end } of automaton(folded.text)) {
      const term = terms[pattern];
      const phrase = phrases[pattern];
      if (term !== undefined && phrase) {
        const last = phrase(folded.text, start);
        if (last !== null)
          hits.push({ id: term.id, start: folded.starts[start] ?? 0, end: folded.ends[last - 1] ?? 0 });
        continue;
      }
      if (term === undefined || !standsAlone(folded.text, start, end, term.open)) continue;
      if (whole && !term.open && isPartOfWord(folded.text, start, end)) continue;
      if (BRAHMIC.test(folded.text.charAt(start))) {
        const written = text.slice(folded.starts[start], folded.ends[end - 1]);
        if (cutsSyllable(folded.text, start, end) || tonesOf(written) !== tonesOf(term.written)) continue;
      }
      const hit = { id: term.id, start: folded.starts[start] ?? 0, end: wordEnd(folded, end, term.open) };
      if (strict && !term.open && !sameTone(term, text.slice(hit.start, folded.ends[end - 1] ?? hit.end))) continue;
      hits.push(hit);
    }
    return longestByStart(hits);
  });
}

/** A Vietnamese word without marks is another word than its marked twins; a Russian or French one seldom is. */
function sameTone(term: Term, written: string): boolean {
  if (toneForm(written) === toneForm(term.written)) return true;
  return !hasDiacritics(term.written) && !hasDiacritics(written);
}

const BRAHMIC = /[\u0e00-\u0eff\u1780-\u17ff]/;
const VOWEL_AHEAD = /[\u0e40-\u0e44\u0ec0-\u0ec4\u17d2]/;
const VOWEL_BEHIND = /[\u0e30-\u0e3a\u0e45\u0e4d\u0eb0-\u0ebd\u0ecd\u17b6-\u17d3]/;

/** Thai, Lao and Khmer run words on; where no syllable begins or ends, no word does: "มา" is none in "เมา". */
function cutsSyllable(text: string, start: number, end: number): boolean {
  return VOWEL_AHEAD.test(text.charAt(start - 1)) || VOWEL_BEHIND.test(text.charAt(end));
}

/** Folding drops the tones of Thai and Lao for the sake of names; of words they make others: "ไม่" is no, "ไม้" is wood. */
function tonesOf(written: string): string {
  return [...written.normalize('NFKC').replaceAll(/[^\u0e48-\u0e4b\u0e4d\u0ec8-\u0ecb\u0ecd]/g, '')].sort().join('');
}

function standsAlone(text: string, start: number, end: number, open: boolean): boolean {
  const first = scriptOf(text.charAt(start));
  const last = scriptOf(text.charAt(end - 1));
  const joinedBefore = start > 0 && bound(first, text.charAt(start), text.charAt(start - 1));
  const joinedAfter = !open && end < text.length && bound(last, text.charAt(end - 1), text.charAt(end));
  return !joinedBefore && !joinedAfter;
}

const HANGUL_SYLLABLE = /^[\uac00-\ud7af]$/u;
/** What may follow a Korean word of one syllable: no further syllable, or a particle and then none. */
const AFTER_NOUN =
  /^(?:이|가|은|는|을|를|의|에|에서|에게|에는|로|으로|도|와|과|만|까지|부터|보다|마다|들|들이|들을|들은)?(?![\uac00-\ud7af])/u;
const KATAKANA = /[\u30a1-\u30fa\u30fc]/u;
const SHORT_KATAKANA = /^[\u30a1-\u30fa\u30fc]{1,2}$/u;

/** A Korean syllable or two katakana are far oftener a piece of a longer word ("비용", "テスト") than the word itself. */
function isPartOfWord(text: string, start: number, end: number): boolean {
  const word = text.slice(start, end);
  if (HANGUL_SYLLABLE.test(word)) {
    return HANGUL_SYLLABLE.test(text.charAt(start - 1)) || !AFTER_NOUN.test(text.slice(end, end + 4));
  }
  return SHORT_KATAKANA.test(word) && (KATAKANA.test(text.charAt(start - 1)) || KATAKANA.test(text.charAt(end)));
}

function bound(script: ReturnType<typeof scriptOf>, own: string, neighbour: string): boolean {
  if (!isSpaced(script) || script === 'hangul' || !isWordCharacter(own)) return false;
  return isWordCharacter(neighbour) && isSpaced(scriptOf(neighbour)) && scriptOf(neighbour) !== 'hangul';
}

function wordEnd(folded: FoldedText, end: number, open: boolean): number {
  let last = end;
  const spaced = isSpaced(scriptOf(folded.text.charAt(end - 1)));
  while (open && spaced && last < folded.text.length && isWordCharacter(folded.text.charAt(last))) last += 1;
  return folded.ends[last - 1] ?? 0;
}

function longestByStart(hits: TermHit[]): TermHit[] {
  const kept = hits.filter(
    (hit) =>
      !hits.some(
        (other) =>
          other.id === hit.id &&
          other !== hit &&
          other.start <= hit.start &&
          other.end >= hit.end &&
          other.end - other.start > hit.end - hit.start,
      ),
  );
  return kept.sort((a, b) => a.start - b.start || b.end - a.end);
}
