import { hasCue, type Proposition } from '../claims/proposition.ts';
import { notionOf, SETTING, weightOf } from '../lexicon/concepts.ts';
import type { ArticleView } from './article.ts';
import { likenessOf } from './likeness.ts';
import { polesOf } from './polarity.ts';
import type { RecordView } from './record.ts';

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
  if (hasCue(told, 'negation', 'none', 'denial', 'opinion') || /[?？][\s"'”’»」）)]*$/u.test(told.quote)) return null;
  if (told.headline && /["“”«»「」『』‘’]/u.test(told.quote)) return null;
  const plain = view.sentences.filter(
    (sentence) => sentence !== known && !hasCue(sentence, 'negation', 'none', 'denial'),
  );
  if (article.sentences.some((sentence) => plain.some((one) => tellsSame(sentence, one)))) return null;
  const affirmed = new Set(plain.flatMap(({ notions }) => notions.map(({ id }) => id)));
  const mine = new Set(told.notions.map(({ id }) => id));
  const matter = [...deniedNotions(known)]
    .filter((id) => mine.has(id) && !affirmed.has(id) && notionOf(id).role !== 'qualifier')
    .reduce((sum, id) => sum + (SETTING.has(id) ? Math.min(setting, weightOf(id)) : weightOf(id)), 0);
  if (matter < LEAST_MATTER) return null;
  if (mine.size > 0 && [...mine].filter((id) => affirmed.has(id) && weightOf(id) >= 1).length > matter) return null;
  const here = article.placesIn(told.start, told.end);
  const place = [...here].some((name) => view.places.has(name)) ? PLACE : 0;
  const likeness = likenessOf(known, told);
  const particulars = place + (likeness.shared - likeness.notions);
  return particulars >= PLACE ? { ties: matter + particulars } : null;
}

/**
 * What a sentence denies: all that it names where it calls something untrue, else only what stands in a clause with a
 * negation. "A fire burned the shed, nobody died" denies a death, not the fire.
 */
function deniedNotions(known: Proposition): Set<string> {
  const ids = (hits: Proposition['notions']) => new Set(hits.map(({ id }) => id));
  if (hasCue(known, 'denial')) return ids(known.notions);
  const clauses = [...known.quote.matchAll(/[^,;，；、。:：]+/gu)].map(({ index, 0: text }) => ({
    start: index,
    end: index + text.length,
  }));
  const denied = clauses.filter(({ start, end }) =>
    known.cues.some((cue) => (cue.id === 'negation' || cue.id === 'none') && cue.start >= start && cue.start < end),
  );
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
