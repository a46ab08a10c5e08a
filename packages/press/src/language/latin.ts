import type { Language } from '@lamro/domain';
import { francAll } from 'franc';
import { fold, isFoldedSyllable, isSyllable } from '../syllable/vietnamese.ts';
import type { LanguageGuess } from './detect.ts';
import { ENDINGS, FUNCTION_WORDS, LETTERS } from './latin-words.ts';
import { VIETNAMESE_SHAPE, VIETNAMESE_SYLLABLES } from './vietnamese-syllables.ts';

const LATIN = ['vi', 'en', 'fr', 'de', 'es'] as const;
type LatinLanguage = (typeof LATIN)[number];
const OTHERS = ['en', 'fr', 'de', 'es'] as const;

const FRANC: Readonly<Record<string, LatinLanguage>> = { vie: 'vi', eng: 'en', fra: 'fr', deu: 'de', spa: 'es' };
const ONLY = Object.keys(FRANC);
const MOST_WORDS = 200;
/** Below this probability the answer is `und`. */
const SURE = 0.62;
/** Words that speak this clearly need no trigrams, which cost ten times as much. */
const CLEAR_LEAD = 8;

type Scores = Record<LatinLanguage, number>;

/** What one word says about the language of its text. */
interface Word {
  readonly text: string;
  readonly folded: string;
  /** Written with a capital: perhaps a name, which is at home in every language. */
  readonly isName: boolean;
  /** Holds a letter that only Vietnamese has. */
  readonly isMarked: boolean;
  readonly isSyllable: boolean;
  readonly isFoldedSyllable: boolean;
  readonly isKnown: boolean;
  /** What its letters and its ending say for each of the other languages. */
  readonly looks: Readonly<Record<(typeof OTHERS)[number], number>>;
}

/** The language of a text in Latin letters, from its words and, where they leave it open, its trigrams. */
export function readLatin(text: string, prior: Language | null): LanguageGuess {
  const words = (text.match(/[\p{Script=Latin}\p{M}]+(?:['’][\p{Script=Latin}]+)?/gu) ?? [])
    .slice(0, MOST_WORDS)
    .map(describe);
  if (words.length === 0) return { language: 'und', confidence: 0 };
  const scores: Scores = { vi: 0, en: 0, fr: 0, de: 0, es: 0 };
  const allFit = words.every((word) => word.isFoldedSyllable);
  const weights = weighFunctionWords(words, allFit);
  for (const word of words) {
    scoreVietnamese(word, scores);
    scoreOthers(word, scores, weights);
  }
  scoreBareSyllables(words, scores);
  if (lead(scores) < CLEAR_LEAD) scoreTrigrams(text, scores);
  const favoured = LATIN.find((language) => language === prior);
  if (favoured !== undefined) scores[favoured] += 1;
  return decide(scores, words);
}

/** A text repeats its words, and so do the texts of a day: most words are looked at once. */
const described = new Map<string, Word>();
const MOST_DESCRIBED = 20_000;

function describe(written: string): Word {
  const before = described.get(written);
  if (before !== undefined) return before;
  if (described.size >= MOST_DESCRIBED) described.clear();
  const word = analyse(written);
  described.set(written, word);
  return word;
}

function analyse(written: string): Word {
  const text = written.toLowerCase();
  const folded = fold(text);
  const isName = written !== text;
  const isKnown = VIETNAMESE_SYLLABLES.has(folded);
  const fits = isFoldedSyllable(text);
  const looks = (language: (typeof OTHERS)[number]) =>
    (!isKnown && LETTERS[language].test(text) ? (isName ? 0.4 : 1) : 0) +
    (!fits && ENDINGS[language].test(text) ? (isName ? 0.3 : 0.7) : 0);
  return {
    text,
    folded,
    isName,
    isMarked: LETTERS.vi.test(text),
    isSyllable: isSyllable(text),
    isFoldedSyllable: fits,
    isKnown,
    looks: { en: looks('en'), fr: looks('fr'), de: looks('de'), es: looks('es') },
  };
}

function scoreVietnamese(word: Word, scores: Scores): void {
  if (word.isMarked) scores.vi += word.isSyllable ? 3 : 1;
  // Without its diacritics "hien" is no syllable and still Vietnamese.
  if (word.isSyllable || (word.isFoldedSyllable && word.text === word.folded)) {
    if (!word.isMarked && word.text !== word.folded) scores.vi += 1.2;
    if (word.isKnown) scores.vi += VIETNAMESE_SHAPE.test(word.folded) ? 1.4 : 0.8;
  } else if (!word.isMarked && word.text.length > 1) scores.vi -= word.isName ? 0.3 : 1.2;
}

/**
 * What a function word counts for each language. "do", "the", "den", "o" are Vietnamese syllables too: among nothing but
 * such syllables they say little, unless every word is one of the same language.
 */
function weighFunctionWords(
  words: readonly Word[],
  allFit: boolean,
): Readonly<Record<(typeof OTHERS)[number], number>> {
  const weigh = (language: (typeof OTHERS)[number]) =>
    allFit && !words.every((word) => FUNCTION_WORDS[language].has(word.text)) ? 0.5 : 2;
  return { en: weigh('en'), fr: weigh('fr'), de: weigh('de'), es: weigh('es') };
}

function scoreOthers(word: Word, scores: Scores, weights: ReturnType<typeof weighFunctionWords>): void {
  if (word.isMarked) return;
  for (const language of OTHERS) {
    if (FUNCTION_WORDS[language].has(word.text)) scores[language] += weights[language];
    scores[language] += word.looks[language];
  }
}

/** Text without diacritics is Vietnamese when nearly every word could be a Vietnamese syllable: no other language does that for long. */
function scoreBareSyllables(words: readonly Word[], scores: Scores): void {
  const common = words.filter((word) => word.text.length > 1 && !(word.isName && !word.isFoldedSyllable));
  if (common.length === 0) return;
  const fitting = common.filter((word) => word.isFoldedSyllable).length;
  const known = common.filter((word) => word.isKnown).length;
  const share = fitting / common.length;
  if (share > 0.85) scores.vi += Math.min(common.length, 12) * (share - 0.6) * (0.5 + known / common.length);
  else if (!words.some((word) => word.isMarked)) scores.vi -= (1 - share) * Math.min(common.length, 8);
}

function scoreTrigrams(text: string, scores: Scores): void {
  const letters = text.replace(/[^\p{L}\p{M} ]+/gu, ' ');
  if (letters.length < 12) return;
  const weight = Math.min(letters.length / 12, 12);
  for (const [code, likeness] of francAll(letters, { only: ONLY, minLength: 10 })) {
    const language = FRANC[code];
    if (language !== undefined) scores[language] += (likeness - 1) * weight;
  }
}

/** By how much the first language is ahead of the second. */
function lead(scores: Scores): number {
  const [first = 0, second = 0] = Object.values(scores).sort((a, b) => b - a);
  return first - second;
}

function hasFunctionWords(language: LatinLanguage, words: readonly Word[]): boolean {
  if (language === 'vi') return true;
  const found = words.filter((word) => FUNCTION_WORDS[language].has(word.text)).length;
  return found / words.length > 0.08;
}

function decide(scores: Scores, words: readonly Word[]): LanguageGuess {
  const ranked = LATIN.map((language) => [language, scores[language]] as const).sort((a, b) => b[1] - a[1]);
  const [best, second] = ranked;
  if (best === undefined || second === undefined || best[1] <= 0.5) return { language: 'und', confidence: 0 };
  // A text of some length in a language that is not watched finds few or none of these words.
  if (best[0] !== 'vi' && words.length >= 8 && !hasFunctionWords(best[0], words))
    return { language: 'und', confidence: 0 };
  const sum = ranked.reduce((total, [, score]) => total + Math.exp(Math.max(-20, score - best[1])), 0);
  const confidence = 1 / sum;
  return confidence < SURE ? { language: 'und', confidence: 0 } : { language: best[0], confidence };
}
