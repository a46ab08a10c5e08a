import type { PressItem } from '@lamro/domain';
import { findFigures } from '../figures/figure.ts';
import { findPeriods } from '../figures/period.ts';
import { CONCEPTS, createConceptFinder } from '../sectors/lexicon.ts';
import { weighConcepts } from '../sectors/salience.ts';
import { type FoldedText, fold, foldText } from '../text/fold.ts';
import { hash32 } from '../text/hash.ts';
import { languageByScript } from '../text/script.ts';
import { stem, tokenize } from '../text/tokens.ts';
import { signatureOf } from './fingerprint.ts';
import { isStopWord } from './stopwords.ts';

/** What is compared of an article; plain data, fit to be stored as JSON or in columns. Hashes are unsigned 32-bit. */
export interface StoryFeatures {
  readonly language: string;
  /** Publication in whole days since 1970-01-01 UTC; null when unknown. */
  readonly day: number | null;
  /** Hashed terms with their weight in the text, heaviest first, at most `MAX_TERMS`. */
  readonly terms: readonly (readonly [hash: number, weight: number])[];
  /** Hashed terms of the title. */
  readonly title: readonly number[];
  /** Hashed names (runs of capitalised words, Latin or Cyrillic), folded so that languages of one script meet. */
  readonly names: readonly number[];
  readonly numbers: readonly string[];
  readonly dates: readonly string[];
  /** Codes of gazetteer units that the article mentions. */
  readonly places: readonly string[];
  /** Notions of the lexicon, which bridge languages; what the article is most about comes first. */
  readonly concepts: readonly string[];
  readonly signature: readonly number[];
  readonly words: number;
}

export const MAX_TERMS = 128;
const TITLE_BOOST = 2;
const READ_CHARACTERS = 4000;
/** Figures and days further down are background that several stories share. */
const FIGURE_CHARACTERS = 1500;
const LEAST_NUMBER = 10;

const findConcepts = createConceptFinder(CONCEPTS);

/**
 * Reads out of an article what tells stories apart.
 *
 * @param places codes of gazetteer units that relevance found, when it ran
 */
export function describeStory(item: PressItem, places: readonly string[] = []): StoryFeatures {
  const source = `${item.title}\n${item.text.slice(0, READ_CHARACTERS)}`;
  const language = item.language ?? languageByScript(source);
  const folded = foldText(source);
  const titleEnd = fold(item.title).length;
  const tokens = tokenize(folded.text);
  const titleWords = tokens.filter((token) => token.start < titleEnd).map((token) => token.text);
  const bodyWords = tokens.filter((token) => token.start >= titleEnd).map((token) => token.text);
  return {
    language,
    day: dayOf(item),
    terms: termsOf(titleWords, bodyWords),
    title: [...new Set(titleWords.filter(isTerm).map((word) => hash32(stem(word))))],
    names: namesOf(source),
    numbers: numbersOf(source.slice(0, FIGURE_CHARACTERS), language),
    dates: datesOf(source.slice(0, FIGURE_CHARACTERS), item.publishedAt ?? item.at ?? null),
    places: [...new Set(places)].sort(),
    concepts: conceptsOf(folded, item.title.length),
    signature: [...signatureOf(bodyWords.length > 12 ? bodyWords : [...titleWords, ...bodyWords])],
    words: tokens.length,
  };
}

function conceptsOf(folded: FoldedText, titleLength: number): string[] {
  return weighConcepts(findConcepts(folded), titleLength)
    .toSorted((a, b) => b.weight - a.weight || a.concept.id.localeCompare(b.concept.id))
    .map(({ concept }) => concept.id);
}

function dayOf(item: PressItem): number | null {
  const time = Date.parse(item.publishedAt ?? item.at ?? '');
  return Number.isNaN(time) ? null : Math.floor(time / 86_400_000);
}

function isTerm(word: string): boolean {
  return !isStopWord(word) && (word.length > 1 || /\P{ASCII}/u.test(word));
}

function termsOf(title: readonly string[], body: readonly string[]): [number, number][] {
  const counts = new Map<number, number>();
  const count = (word: string, by: number): void => {
    if (!isTerm(word)) return;
    const key = hash32(stem(word));
    counts.set(key, (counts.get(key) ?? 0) + by);
  };
  for (const word of title) count(word, TITLE_BOOST);
  for (const word of body) count(word, 1);
  return [...counts]
    .map(([key, times]): [number, number] => [key, Math.round((1 + Math.log(times)) * 100) / 100])
    .sort((a, b) => b[1] - a[1])
    .slice(0, MAX_TERMS);
}

/** Stated values, alike in all languages ("1,2 triệu" and "120万" are both 1200000); small ones agree by chance. */
function numbersOf(text: string, language: string): string[] {
  const stated = findFigures(text, language).filter(
    (figure) => figure.approx !== 'vague' && figure.value >= LEAST_NUMBER,
  );
  return [...new Set(stated.map((figure) => String(Number(figure.value.toPrecision(6)))))];
}

/** Single days that the text names, as `MM-DD`. */
function datesOf(text: string, at: string | null): string[] {
  const days = findPeriods(text, at).filter((period) => period.from === period.to);
  return [...new Set(days.map((period) => period.from.slice(5)))];
}

const NAME = /\p{Lu}[\p{L}\p{M}\d]*(?:[ -]\p{Lu}[\p{L}\p{M}\d]*)*/gu;

/** Capitalised runs that do not merely begin a sentence; Cyrillic ones are cut to five letters a word against case endings. */
function namesOf(source: string): number[] {
  const names = new Set<number>();
  for (const match of source.matchAll(NAME)) {
    const begins = match.index === 0 || /[.!?\n"«“„]\s*$/.test(source.slice(Math.max(0, match.index - 3), match.index));
    const words = fold(match[0]).split(' ');
    if (begins && words.length === 1) continue;
    const name = words.map(stem).join(' ');
    if (name.length > 2) names.add(hash32(name));
  }
  return [...names].slice(0, 48);
}
