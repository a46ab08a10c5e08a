import { hasCue, type Proposition } from '../claims/proposition.ts';
import { hasMark } from '../lexicon/modality.ts';
import { fold } from '../text/fold.ts';
import type { ArticleView } from './article.ts';
import { writesLatinNames } from './likeness.ts';
import type { RecordView } from './record.ts';
import { placeGap } from './subject.ts';
import { clausesOf } from './wording.ts';

/**
 * Place as a penalty, for what is stated and not counted: a statement holds for what lies in its place or around it too, at the
 * price of `penalty`. Null when the sentence is of another place altogether.
 */
export function settingGap(
  article: ArticleView,
  proposition: Proposition,
  view: RecordView,
  penalty: number,
): number | null {
  const gap = placeGap(article, proposition, view);
  if (gap !== null) return gap;
  if (article.isElsewhere(proposition, proposition.end) || hasCue(proposition, 'elsewhere')) return null;
  if (view.places.size === 0) return penalty;
  const here = [...article.placesIn(proposition.start, proposition.end)];
  return here.some((name) => [...view.places].some((place) => article.isKin(name, place))) ? penalty : null;
}

/** The sentence tells of another place, another of two places, another name or another time than the record's sentence. */
export function isOfAnother(article: ArticleView, told: Proposition, known: Proposition, view: RecordView): boolean {
  return (
    settingGap(article, told, view, 0) === null ||
    lacksPlace(article, told, known, view) ||
    lacksName(article, told, known) ||
    isOfAnotherTime(article, told, known)
  );
}

/** Of two places that a claim joins ("merge A with B") each must be told. */
export function lacksPlace(article: ArticleView, told: Proposition, known: Proposition, view: RecordView): boolean {
  const text = fold(known.quote);
  const joined = [...view.places].filter((name) => text.includes(name));
  const here = article.placesIn(told.start, told.end);
  if (joined.length < 2 || here.size === 0) return false;
  return writesLatinNames(told.language) && !joined.every((name) => here.has(name));
}

const OFFICE =
  /^(?:so|bo|cuc|chi cuc|cong an|uy ban|ubnd|tinh|thanh pho|huyen|xa|phuong|ban|hoi|trung tam|ngay|viet)(?: |$)/;

/** The record's own name stands nowhere in the article, and the sentence names some other place. */
export function lacksName(article: ArticleView, told: Proposition, known: Proposition): boolean {
  if (!writesLatinNames(told.language) || article.placesIn(told.start, told.end).size === 0) return false;
  const names = [...known.names].filter((name) => name.includes(' ') && !OFFICE.test(name));
  if (names.length === 0) return false;
  const text = fold(`${article.item.title} ${article.item.text}`);
  const opening = fold(known.quote);
  // The word that opens a sentence has a capital for that alone: "Tin Trung Quốc" is of "Trung Quốc".
  const bare = (name: string) => (opening.startsWith(name) ? name.slice(name.indexOf(' ') + 1) : name);
  return names.every((name) => !text.includes(bare(name)));
}

/** What a denied claim dates is told of another time, or of now where the claim speaks of what is to come. */
export function isOfAnotherTime(article: ArticleView, told: Proposition, known: Proposition): boolean {
  const turned = clausesOf(known).filter((clause) => clause.turned);
  const disputed = (at: number) => turned.length === 0 || turned.some(({ start, end }) => at >= start && at < end);
  const dated = known.periods.filter(
    ({ relative, start }) =>
      !relative && disputed(start) && !/(?:trước|sau|đến|hết)\s+(?:\p{L}+\s+)?$/u.test(known.quote.slice(0, start)),
  );
  if (dated.length === 0) return false;
  const mine = told.periods;
  if (mine.length > 0) return !mine.some((one) => dated.some(({ from, to }) => one.from <= to && one.to >= from));
  const { day } = article;
  return day !== null && dated.every(({ from }) => from > day) && !hasMark(told, 'future') && !told.headline;
}
