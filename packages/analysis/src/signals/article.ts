import type { PressItem } from '@lamro/domain';
import { type Proposition, readPropositions } from '../claims/proposition.ts';
import { SETTING } from '../lexicon/concepts.ts';
import { isSpaced, languageByScript, scriptOf } from '../text/script.ts';
import type { PlaceKin } from './place.ts';
import { isOfOther, type ProvinceFinder } from './province.ts';

/** An article read once, ready to be compared. */
export interface ArticleView {
  readonly item: PressItem;
  readonly language: string;
  /** Day of the article, ISO 8601; null when it is unknown. */
  readonly day: string | null;
  readonly sentences: readonly Proposition[];
  /** Names of places in a stretch of the article, the province itself left out. */
  readonly placesIn: (start: number, end: number) => ReadonlySet<string>;
  /** Whether what stands at `at` in a sentence is said of another province. */
  readonly isElsewhere: (sentence: { readonly start: number; readonly end: number }, at: number) => boolean;
  readonly isKin: PlaceKin;
  readonly foreign: boolean;
}

/** What places are called, how they lie in one another, and which names are of other provinces. */
export interface Geography {
  readonly placeName: (code: string) => string | null;
  readonly placeKin: PlaceKin;
  readonly otherProvinces: ProvinceFinder;
}

export function readArticle(
  item: PressItem,
  mentions: readonly { readonly start: number; readonly end: number; readonly unit: string }[],
  { placeName, placeKin, otherProvinces }: Geography,
): ArticleView {
  const text = `${item.title}\n${item.text}`;
  const language =
    item.language !== null && item.language !== undefined && item.language !== 'und'
      ? item.language.slice(0, 2)
      : languageByScript(text);
  const others = otherProvinces(text, mentions);
  const day = (item.at ?? item.publishedAt ?? null)?.slice(0, 10) ?? null;
  return {
    item,
    language,
    day,
    sentences: readPropositions(text, language, day, item.title === '' ? 0 : item.title.length).map((sentence) =>
      withoutPlaceNames(sentence, mentions),
    ),
    placesIn: (start, end) =>
      new Set(
        mentions.filter((one) => one.start >= start && one.end <= end).flatMap(({ unit }) => placeName(unit) ?? []),
      ),
    isElsewhere: (sentence, at) => isOfOther(mentions, others, sentence, at),
    isKin: placeKin,
    foreign: isForeign(item, language),
  };
}

/** One character or one capitalised syllable inside the name of a place is no matter: there is no tea in 茶榮 or Trà Vinh. */
function withoutPlaceNames(sentence: Proposition, mentions: readonly Span[]): Proposition {
  const names = mentions.map(({ start, end }) => ({ start: start - sentence.start, end: end - sentence.start }));
  const inside = (hit: Span, name: Span) => {
    const word = sentence.quote.slice(hit.start, hit.end);
    const short = isSpaced(scriptOf(word)) ? /^\p{Lu}\S*$/u.test(word) : word.length === 1;
    return short && hit.start >= name.start && hit.end <= name.end && hit.end - hit.start < name.end - name.start;
  };
  const notions = sentence.notions.filter((hit) => SETTING.has(hit.id) || !names.some((name) => inside(hit, name)));
  return { ...sentence, notions };
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function isForeign(item: PressItem, language: string): boolean {
  if (item.outletCountry !== null && item.outletCountry !== undefined) return item.outletCountry.toUpperCase() !== 'VN';
  if (/\.vn(?:[/:]|$)/.test(item.url)) return false;
  return language !== 'vi';
}
