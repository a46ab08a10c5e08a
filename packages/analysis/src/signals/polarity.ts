import { hasCue, type Proposition } from '../claims/proposition.ts';
import { notionOf } from '../lexicon/concepts.ts';
import type { TermHit } from '../lexicon/terms.ts';

/** Where a language puts its negation: units of text searched before and after the negated word. */
const REACH: Readonly<Record<string, { before: number; after: number }>> = {
  zh: { before: 8, after: 0 },
  ja: { before: 0, after: 12 },
  ko: { before: 3, after: 12 },
  th: { before: 18, after: 0 },
  km: { before: 24, after: 0 },
  lo: { before: 18, after: 0 },
};
const DEFAULT_REACH = { before: 30, after: 0 };

/** Whether a hit is negated inside its clause. */
export function isNegated(proposition: Proposition, hit: TermHit): boolean {
  const { before, after } = REACH[proposition.language] ?? DEFAULT_REACH;
  return proposition.cues.some((cue) => {
    if (cue.id !== 'negation') return false;
    if (cue.start >= hit.start && cue.end <= hit.end) return false;
    if (cue.start < hit.start && cue.end > hit.start && cue.end <= hit.end) return true;
    const reach = opensClause(proposition, cue.start, hit.start) ? LONG_SUBJECT : before;
    const ahead = cue.end <= hit.start && hit.start - cue.end <= reach && !broken(proposition, cue.end, hit.start);
    const behind =
      cue.start >= hit.end && cue.start - hit.end <= after && !interrupted(proposition, hit.end, cue.start);
    return ahead || behind;
  });
}

/** "No berth of the Nam Do Son port has been licensed": what is denied follows its whole subject. */
const LONG_SUBJECT = 60;
const NO_ONE =
  /^(?:no|none of|not one|not a single|neither|aucun\p{L}*|ни од\p{L}+|không (?:một|có)|chưa có|chẳng có)(?!\p{L})/iu;

/** Those among whom nobody is are there all the same. */
const AMONG = /(?<!\p{L})(?:trong số|among|parmi|среди)(?!\p{L})/iu;

function opensClause({ quote }: Proposition, from: number, to: number): boolean {
  if (!NO_ONE.test(quote.slice(from)) || AMONG.test(quote.slice(from, to))) return false;
  return /(?:^|[,;:.]\s*)$/u.test(quote.slice(0, from));
}

function broken(proposition: Proposition, from: number, to: number): boolean {
  return /[,;，；、。:：]/.test(proposition.quote.slice(from, to));
}

/** What can be said not to have happened; "none of the passengers" denies no passenger. */
export const HAPPENINGS: ReadonlySet<string> = new Set(
  'death injury missing accident traffic-accident fire flood storm landslide earthquake explosion disease dengue measles cholera rabies swine-fever avian-flu covid food-poisoning pollution fish-kill strike corruption smuggling trafficking drug'.split(
    ' ',
  ),
);

/** Words for true and untrue are a verdict on a matter, no matter themselves. */
export const TRUTH: ReadonlySet<string> = new Set(['real', 'fake']);

const NEAR = 16;
/** Languages in which the word for absence follows ("погибших нет", "死者はいない"). */
const ABSENT_AFTER: Readonly<Record<string, number>> = { ja: 12, ko: 12, ru: 6 };

/** Whether a thing is said not to exist or not to have happened ("không có người chết", "no deaths", "死者はいない"). */
export function isAbsent(proposition: Proposition, hit: TermHit): boolean {
  const after = ABSENT_AFTER[proposition.language] ?? 0;
  return proposition.cues.some((cue) => {
    if (cue.id !== 'none') return false;
    const ahead = cue.end <= hit.start && hit.start - cue.end <= NEAR && !interrupted(proposition, cue.end, hit.start);
    const behind =
      after > 0 &&
      cue.start >= hit.end &&
      cue.start - hit.end <= after &&
      !namesAnother(proposition, hit.end, cue.start) &&
      (proposition.language !== 'ru' || /^\s*(?:[.,;:!]|$)/.test(proposition.quote.slice(cue.end)));
    return ahead || behind;
  });
}

/** Told as not there or not having happened. */
export function isGone(proposition: Proposition, hit: TermHit): boolean {
  return isAbsent(proposition, hit) || isNegated(proposition, hit);
}

/** The absence that follows belongs to the nearest thing before it. */
function namesAnother(proposition: Proposition, from: number, to: number): boolean {
  return proposition.notions.some((hit) => hit.start >= from && hit.end <= to) || broken(proposition, from, to);
}

/** Another deed or a break stands between, so the negation belongs to that. */
function interrupted(proposition: Proposition, from: number, to: number): boolean {
  const between = proposition.notions.some(
    (hit) => hit.start >= from && hit.end <= to && ['act', 'polar'].includes(notionOf(hit.id).role),
  );
  return between || broken(proposition, from, to);
}

/** The sentence as a whole denies what it tells ("không có việc ...", "denied that ..."). */
export function isDenying(proposition: Proposition): boolean {
  return hasCue(proposition, 'denial');
}

/** Poles that a sentence takes, with negation applied: "không đóng cửa" takes the pole of being open. */
export function polesOf(proposition: Proposition): Map<string, 'said' | 'negated'> {
  const poles = new Map<string, 'said' | 'negated'>();
  for (const hit of proposition.notions) {
    const notion = notionOf(hit.id);
    if (notion.role !== 'polar' && notion.role !== 'act') continue;
    const state = isNegated(proposition, hit) !== isDenying(proposition) ? 'negated' : 'said';
    if (poles.get(hit.id) !== 'negated') poles.set(hit.id, state);
  }
  return poles;
}
