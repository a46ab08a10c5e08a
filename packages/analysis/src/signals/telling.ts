import { hasCue } from '../claims/proposition.ts';
import { CAUSAL, causeWordsIn } from '../lexicon/causes.ts';
import { notionOf, weightOf } from '../lexicon/concepts.ts';
import { hasMark } from '../lexicon/modality.ts';
import type { ArticleView } from './article.ts';

/** Days within which two tellings that no story joins may still be of one event. */
const NEAR_DAYS = 30;

/**
 * Whether two texts that no story joins tell one event: of a place below the province, the day, and what they tell (matters of
 * weight, kinds of cause, the very counts) enough is common.
 */
export function tellsSameEvent(article: ArticleView, other: ArticleView): boolean {
  if (article.day === null || other.day === null) return false;
  if (Math.abs(Date.parse(article.day) - Date.parse(other.day)) > NEAR_DAYS * 86_400_000) return false;
  const place = sharesPlace(article, other);
  const there = daysOf(other);
  const day = daysOf(article).some((one) => there.includes(one));
  // What appeared on a day and dates nothing tells of that day.
  const today = there.length === 0 && daysOf(article).includes(other.day);
  const matters = mattersOf(other);
  const shared = [...mattersOf(article)].filter((id) => matters.has(id)).length;
  if (place) return shared >= 1 || ((day || today) && sharesAny(article, other)) || sharesCause(article, other);
  if (namesPlace(article) && namesPlace(other)) return false;
  return (day && shared >= 2) || (today && shared + countsShared(article, other) >= 2);
}

function namesPlace(view: ArticleView): boolean {
  return view.placesIn(0, Number.POSITIVE_INFINITY).size > 0;
}

function sharesPlace(article: ArticleView, other: ArticleView): boolean {
  const there = [...other.placesIn(0, Number.POSITIVE_INFINITY)];
  return [...article.placesIn(0, Number.POSITIVE_INFINITY)].some((name) =>
    there.some((one) => one === name || article.isKin(name, one)),
  );
}

function daysOf({ sentences }: ArticleView): string[] {
  return sentences.flatMap(({ periods }) => periods.filter(({ kind }) => kind === 'day').map(({ from }) => from));
}

function mattersOf({ sentences }: ArticleView): Set<string> {
  const all = sentences.flatMap(({ notions }) => notions.map(({ id }) => id));
  return new Set(all.filter((id) => weightOf(id) >= 1 && ['topic', 'act'].includes(notionOf(id).role)));
}

function sharesAny({ sentences }: ArticleView, other: ArticleView): boolean {
  const there = new Set(other.sentences.flatMap(({ notions }) => notions.map(({ id }) => id)));
  return sentences.some(({ notions }) => notions.some(({ id }) => there.has(id) && notionOf(id).role !== 'qualifier'));
}

function sharesCause({ sentences }: ArticleView, other: ArticleView): boolean {
  const kinds = (all: ArticleView['sentences']): string[] =>
    all.flatMap((one) => causeWordsIn(one).map(({ id }) => id)).filter((id) => id !== CAUSAL);
  const there = kinds(other.sentences);
  return kinds(sentences).some((id) => there.includes(id));
}

const TELLING_COUNT = 10;

/** Counts of one thing and one value, small and round ones apart. */
function countsShared({ sentences }: ArticleView, other: ArticleView): number {
  const counts = (all: ArticleView['sentences']): string[] =>
    all.flatMap(({ figures }) =>
      figures.flatMap(({ dimension, value }) =>
        dimension !== null && dimension !== 'duration' && value > TELLING_COUNT && value % 10 !== 0
          ? [`${dimension} ${value}`]
          : [],
      ),
    );
  const there = counts(other.sentences);
  return counts(sentences).filter((one) => there.includes(one)).length;
}

/** A telling that quotes the competent body; what nobody answers for contradicts nothing. */
export function isOfficial(view: ArticleView): boolean {
  return view.sentences.some(
    (sentence) => hasCue(sentence, 'official-source') || (hasMark(sentence, 'authority') && hasMark(sentence, 'says')),
  );
}
