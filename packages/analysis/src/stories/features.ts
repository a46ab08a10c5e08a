import type { PressItem } from '@lamro/domain';
import { type Figure, findFigures } from '../figures/figure.ts';
import { findPeriods } from '../figures/period.ts';
import { findNotions, notionOf, weightOf } from '../lexicon/concepts.ts';
import { placeWeight, repeatWeight } from '../sectors/salience.ts';
import { fold, foldText } from '../text/fold.ts';
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
  /** The same figures with their units; tellings round them differently. */
  readonly amounts: readonly Amount[];
  /** Single days that the text names, as `MM-DD`. */
  readonly dates: readonly string[];
  /** Longer stretches of time that it names, as two days of ISO 8601 around a slash. */
  readonly periods: readonly string[];
  /** Codes of gazetteer units that the article mentions. */
  readonly places: readonly string[];
  /** Notions of the lexicon, which bridge languages; what the article is most about comes first. */
  readonly concepts: readonly string[];
  readonly signature: readonly number[];
  readonly words: number;
}

/** Unit, stated value and size of its last stated digit, both in the base unit. */
export type Amount = readonly [unit: string, value: number, step: number];

export const MAX_TERMS = 128;
const TITLE_BOOST = 2;
const READ_CHARACTERS = 4000;
/** Figures and days further down are background that several stories share. */
const FIGURE_CHARACTERS = 1500;
const LEAST_NUMBER = 10;
/** Share of its weight that a notion keeps which says little about what a text is about. */
const GENERIC_SHARE = 0.3;
export const MAX_NOTIONS = 24;

/**
 * Reads out of an article what tells stories apart.
 *
 * @param places codes of gazetteer units that relevance found, when it ran
 */
export function describeStory(item: PressItem, places: readonly string[] = []): StoryFeatures {
  const source = sourceOf(item);
  const language = item.language ?? languageByScript(source);
  const { titleWords, bodyWords } = wordsOf(item);
  const head = source.slice(0, FIGURE_CHARACTERS);
  const at = item.publishedAt ?? item.at ?? null;
  // Halves and thirds are told of everything: they are no mark of one story.
  const figures = findFigures(head, language).filter(({ approx, share }) => approx !== 'vague' && !share);
  return {
    language,
    day: dayOf(item),
    terms: termsOf(titleWords, bodyWords),
    title: [...new Set(titleWords.filter(isTerm).map((word) => hash32(stem(word))))],
    names: namesOf(source),
    numbers: numbersOf(figures),
    amounts: amountsOf(figures),
    ...timesOf(head, figures, at),
    places: [...new Set(places)].sort(),
    concepts: notionsOf(source, item.title.length, language),
    signature: signatureOfWords(titleWords, bodyWords),
    words: titleWords.length + bodyWords.length,
  };
}

/** Signature of an article alone, where nothing else of it is compared. */
export function signatureOfItem(item: Wording): number[] {
  const { titleWords, bodyWords } = wordsOf(item);
  return signatureOfWords(titleWords, bodyWords);
}

type Wording = Pick<PressItem, 'title' | 'text'>;

function sourceOf(item: Wording): string {
  return `${item.title}\n${item.text.slice(0, READ_CHARACTERS)}`;
}

function wordsOf(item: Wording): { titleWords: string[]; bodyWords: string[] } {
  const titleEnd = fold(item.title).length;
  const tokens = tokenize(foldText(sourceOf(item)).text);
  return {
    titleWords: tokens.filter((token) => token.start < titleEnd).map((token) => token.text),
    bodyWords: tokens.filter((token) => token.start >= titleEnd).map((token) => token.text),
  };
}

function signatureOfWords(title: readonly string[], body: readonly string[]): number[] {
  return [...signatureOf(body.length > 12 ? body : [...title, ...body])];
}

/** Ids of the notions that a text speaks of; poles and qualifiers go with every topic. */
function notionsOf(source: string, titleLength: number, language: string): string[] {
  const hits = findNotions(source, language).filter(({ id }) => !['polar', 'qualifier'].includes(notionOf(id).role));
  return [...Map.groupBy(hits, ({ id }) => id)]
    .map(([id, same]) => {
      const best = Math.max(...same.map(({ start }) => placeWeight(start, titleLength)));
      const told = GENERIC_SHARE + (1 - GENERIC_SHARE) * weightOf(id);
      return { id, weight: (best + repeatWeight(same.length)) * told };
    })
    .toSorted((a, b) => b.weight - a.weight || a.id.localeCompare(b.id))
    .map(({ id }) => id)
    .slice(0, MAX_NOTIONS);
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
function numbersOf(figures: readonly Figure[]): string[] {
  const stated = figures.filter(({ value }) => value >= LEAST_NUMBER);
  return [...new Set(stated.map(({ value }) => String(Number(value.toPrecision(6)))))];
}

function amountsOf(figures: readonly Figure[]): Amount[] {
  const stated = figures.flatMap(({ unit, value, step, percent }): Amount[] =>
    unit !== null && (percent || value >= LEAST_NUMBER) ? [[unit, value, step]] : [],
  );
  return [...new Map(stated.map((amount) => [amount.join(), amount])).values()];
}

const DAYS_OF_MONTH = 365.25 / 12;

/** "10 tháng đạt ..." without more means the first ten months of the year. */
function timesOf(
  text: string,
  figures: readonly Figure[],
  at: string | null,
): Pick<StoryFeatures, 'dates' | 'periods'> {
  const named = findPeriods(text, at);
  const days = named.filter(({ from, to }) => from === to).map(({ from }) => from.slice(5));
  const longer = named.filter(({ from, to }) => from !== to).map(({ from, to }) => `${from}/${to}`);
  const year = Number(at?.slice(0, 4));
  const months = figures
    .filter(({ unit }) => unit === 'month' && Number.isInteger(year))
    .map(({ value }) => Math.round(value / DAYS_OF_MONTH))
    .filter((count) => count > 1 && count < 12)
    .map((count) => `${year}-01-01/${new Date(Date.UTC(year, count, 0)).toISOString().slice(0, 10)}`);
  return { dates: [...new Set(days)], periods: [...new Set([...longer, ...months])] };
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

/** Hashes of everything whose rarity counts: terms and notions. */
export function countedTerms({ terms, concepts }: Pick<StoryFeatures, 'terms' | 'concepts'>): number[] {
  return [...terms.map(([term]) => term), ...concepts.map(notionTerm)];
}

/** Notions are counted beside words and must not meet one by spelling. */
export function notionTerm(id: string): number {
  return hash32(`notion:${id}`);
}
