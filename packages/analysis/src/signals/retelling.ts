import { hasCue, type Proposition } from '../claims/proposition.ts';
import { notionOf, SETTING, weightOf } from '../lexicon/concepts.ts';
import { hasMark } from '../lexicon/modality.ts';
import type { ArticleView } from './article.ts';
import { contentWords, isOtherKind, likenessOf } from './likeness.ts';
import { HAPPENINGS, polesOf, TRUTH } from './polarity.ts';
import type { RecordView } from './record.ts';
import { isOfAnother } from './setting.ts';
import { clausesOf, deniedWordsTold } from './wording.ts';

/** Ties of a sentence to what a record calls untrue, beside any word for the deed itself. */
export interface Retelling {
  /** Weight of shared matters, names, days and place. */
  readonly ties: number;
}

const PLACE = 0.8;
/** At least one matter of weight and one particular (place, name, day) must be shared. */
const LEAST_MATTER = 1;

/**
 * Whether a sentence tells plainly of the very matter that `known` denies, although the lexicon does not find the deed in both:
 * a matter of weight is shared that the record speaks of only where it denies, and so is its place, a name or a day. Null for a
 * sentence that itself negates, denies, asks or argues. `setting` is the most that a mere setting (a beach, a hotel) counts.
 */
export function retell(
  article: ArticleView,
  told: Proposition,
  known: Proposition,
  view: RecordView,
  setting = 1,
): Retelling | null {
  if (!isPlain(told) || isOfAnother(article, told, known, view)) return null;
  const plain = view.sentences.filter(
    (sentence) => sentence !== known && !hasCue(sentence, 'negation', 'none', 'denial'),
  );
  if (article.sentences.some((sentence) => plain.some((one) => tellsSame(sentence, one)))) return null;
  if (tellsAnotherDeed(told, known, view) || tellsAffirmedClause(told, known)) return null;
  if (plain.some((one) => sharesDeed(told, one))) return null;
  const inItsWords = retoldInWords(article, told, known, view);
  if (inItsWords !== null) return inItsWords;
  const affirmed = new Set(plain.flatMap(({ notions }) => notions.map(({ id }) => id)));
  const mine = new Set(told.notions.map(({ id }) => id));
  const matter = [...deniedNotions(known)]
    .filter((id) => mine.has(id) && !affirmed.has(id) && !isOtherKind(told, known, id))
    .filter((id) => notionOf(id).role !== 'qualifier')
    .reduce((sum, id) => sum + (SETTING.has(id) ? Math.min(setting, weightOf(id)) : weightOf(id)), 0);
  if (matter < LEAST_MATTER) return null;
  if (mine.size > 0 && [...mine].filter((id) => affirmed.has(id) && weightOf(id) >= 1).length > matter) return null;
  const here = article.placesIn(told.start, told.end);
  const place = [...here].some((name) => view.places.has(name)) ? PLACE : 0;
  const likeness = likenessOf(known, told);
  const particulars = place + (likeness.shared - likeness.notions);
  return particulars >= PLACE ? { ties: matter + particulars } : null;
}

/** Ties of a sentence that has the record's own words: enough for any rule that asks for ties, more with place or name. */
const IN_ITS_WORDS = 2.4;

function retoldInWords(
  article: ArticleView,
  told: Proposition,
  known: Proposition,
  view: RecordView,
): Retelling | null {
  const share = deniedWordsTold(told, known, view.places);
  if (share === null || hasMark(told, 'hedge')) return null;
  const placed = view.places.size === 0 || article.placesIn(0, told.end).size > 0;
  return placed ? { ties: IN_ITS_WORDS + share } : null;
}

/** A plain assertion: nothing turned, asked, argued or quoted in a title. */
function isPlain(told: Proposition): boolean {
  if (hasCue(told, 'negation', 'none', 'denial', 'opinion') || /[?？][\s"'”’»」）)]*$/u.test(told.quote)) return false;
  return !told.headline || !/["“”«»「」『』‘’]/u.test(told.quote);
}

/** Deeds and mishaps that a sentence is about; what is called true or untrue is none, nor is a word inside a name. */
function deedsOf({ notions, quote }: Proposition): string[] {
  return notions
    .filter(({ start }) => start === 0 || !/\p{Lu}/u.test(quote.charAt(start)))
    .map(({ id }) => id)
    .filter((id) => !TRUTH.has(id) && (HAPPENINGS.has(id) || ['act', 'polar'].includes(notionOf(id).role)));
}

/**
 * The lexicon knows what was denied, and the sentence tells of another deed, which the record does not speak of: a forest that
 * burned was not sold.
 */
function tellsAnotherDeed(told: Proposition, known: Proposition, view: RecordView): boolean {
  const denied = deedsOf(known);
  const mine = deedsOf(told);
  if (denied.length === 0 || mine.some((id) => denied.includes(id))) return false;
  return mine.some((id) => !view.notions.has(id) && notionOf(id).role !== 'polar');
}

/** Both tell of one deed, neither of them turned around: what the record affirms is told. */
function sharesDeed(told: Proposition, affirmed: Proposition): boolean {
  const mine = deedsOf(told);
  return deedsOf(affirmed).some((id) => mine.includes(id));
}

/** Share of its words at which a clause beside the denial is told: "has the drugs, makes nobody buy them". */
const CLAUSE_TOLD = 0.75;
const CLAUSE_WORDS = 4;

function tellsAffirmedClause(told: Proposition, known: Proposition): boolean {
  if (told.language !== known.language || hasCue(known, 'denial')) return false;
  const mine = contentWords(told.quote);
  return clausesOf(known)
    .filter(({ turned }) => !turned)
    .some(({ start, end }) => {
      const words = [...contentWords(known.quote.slice(start, end))];
      return (
        words.length >= CLAUSE_WORDS && words.filter((word) => mine.has(word)).length / words.length >= CLAUSE_TOLD
      );
    });
}

/**
 * What a sentence denies: all that it names where it calls something untrue, else only what stands in a clause with a
 * negation. "A fire burned the shed, nobody died" denies a death, not the fire.
 */
function deniedNotions(known: Proposition): Set<string> {
  const ids = (hits: Proposition['notions']) => new Set(hits.map(({ id }) => id));
  if (hasCue(known, 'denial')) return ids(known.notions);
  const denied = clausesOf(known).filter(({ turned }) => turned);
  return ids(known.notions.filter((hit) => denied.some(({ start, end }) => hit.start >= start && hit.start < end)));
}

/** Share of common words (one language) at which a sentence gives the record's own account. */
const SAME_WORDS = 0.45;

/** The sentence gives what the record affirms: its pole, or most of its words. */
function tellsSame(told: Proposition, affirmed: Proposition): boolean {
  const likeness = likenessOf(affirmed, told);
  const poles = polesOf(affirmed);
  const pole = [...polesOf(told)].some(
    ([id, state]) => notionOf(id).role === 'polar' && notionOf(id).opposite !== undefined && poles.get(id) === state,
  );
  return (pole && likeness.shared >= 0.8) || likeness.words >= SAME_WORDS;
}
