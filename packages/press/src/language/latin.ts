import type { Language } from '@lamro/domain';
import { francAll } from 'franc';
import { fold, isFoldedSyllable, isSyllable } from '../syllable/vietnamese.ts';
import type { LanguageGuess } from './detect.ts';
import { ENDINGS, FUNCTION_WORDS, LETTERS } from './latin-words.ts';
import { VIETNAMESE_SYLLABLES } from './vietnamese-syllables.ts';

const LATIN = ['vi', 'en', 'fr', 'de', 'es'] as const;
type LatinLanguage = (typeof LATIN)[number];

const FRANC: Readonly<Record<string, LatinLanguage>> = { vie: 'vi', eng: 'en', fra: 'fr', deu: 'de', spa: 'es' };
const ONLY = Object.keys(FRANC);
const MOST_WORDS = 200;
/** Below this probability the answer is `und`. */
const SURE = 0.62;
/** Words that speak this clearly need no trigrams, which cost ten times as much. */
const CLEAR_LEAD = 12;

type Scores = Record<LatinLanguage, number>;

/** The language of a text in Latin letters, from its words and, where long enough, its trigrams. */
export function readLatin(text: string, prior: Language | null): LanguageGuess {
  const words = (text.toLowerCase().match(/[\p{Script=Latin}\p{M}]+(?:['’][\p{Script=Latin}]+)?/gu) ?? []).slice(
    0,
    MOST_WORDS,
  );
  if (words.length === 0) return { language: 'und', confidence: 0 };
  const scores: Scores = { vi: 0, en: 0, fr: 0, de: 0, es: 0 };
  for (const word of words) scoreWord(word, scores);
  scoreSyllables(words, scores);
  if (lead(scores) < CLEAR_LEAD) scoreTrigrams(text, scores);
  if (prior !== null && prior in scores) scores[asLatin(prior)] += 1;
  return decide(scores, words.length);
}

function asLatin(language: Language): LatinLanguage {
  return LATIN.find((each) => each === language) ?? 'en';
}

function scoreWord(word: string, scores: Scores): void {
  for (const language of LATIN) {
    if (language !== 'vi' && FUNCTION_WORDS[language].has(word)) scores[language] += 2;
    if (LETTERS[language].test(word)) scores[language] += language === 'vi' ? 1.5 : 1;
    if (language !== 'vi' && ENDINGS[language].test(word)) scores[language] += 0.7;
  }
  if (isSyllable(word)) {
    if (/[^\x00-\x7f]/.test(word)) scores.vi += 1.2;
    if (VIETNAMESE_SYLLABLES.has(fold(word))) scores.vi += 0.8;
  } else if (word.length > 1) scores.vi -= 1.2;
}

/** Text without diacritics is Vietnamese when nearly every word could be a Vietnamese syllable: no other language does that for long. */
function scoreSyllables(words: readonly string[], scores: Scores): void {
  const plain = words.filter((word) => word.length > 1);
  if (plain.length === 0) return;
  const fitting = plain.filter(isFoldedSyllable).length;
  const known = plain.filter((word) => VIETNAMESE_SYLLABLES.has(fold(word))).length;
  const share = fitting / plain.length;
  if (share > 0.85) scores.vi += Math.min(plain.length, 12) * (share - 0.6) * (0.5 + known / plain.length);
  else scores.vi -= (1 - share) * Math.min(plain.length, 8);
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

function decide(scores: Scores, words: number): LanguageGuess {
  const ranked = LATIN.map((language) => [language, scores[language]] as const).sort((a, b) => b[1] - a[1]);
  const [best, second] = ranked;
  if (best === undefined || second === undefined || best[1] <= 0.5) return { language: 'und', confidence: 0 };
  // Long texts in a language that is not watched find some function words by chance, never as many.
  if (words >= 12 && best[0] !== 'vi' && best[1] / words < 0.25) return { language: 'und', confidence: 0 };
  const sum = ranked.reduce((total, [, score]) => total + Math.exp(Math.max(-20, score - best[1])), 0);
  const confidence = 1 / sum;
  return confidence < SURE ? { language: 'und', confidence: 0 } : { language: best[0], confidence };
}
