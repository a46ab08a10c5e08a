import type { Proposition } from '../claims/proposition.ts';
import { notionOf, weightOf } from '../lexicon/concepts.ts';
import { fold } from '../text/fold.ts';

/** How far two sentences speak of one matter. */
export interface Likeness {
  /** Sum of the weights of shared notions and names. */
  readonly shared: number;
  /** The same for notions alone. */
  readonly notions: number;
  readonly notionCoverage: number;
  /** Shared weight over the weight of the first sentence's own. */
  readonly coverage: number;
  /** Share of the second sentence's words found in the first; 0 across languages. */
  readonly words: number;
}

const NAME_WEIGHT = 0.8;
/** One day named by both ties them together; a day that only one of them names says nothing. */
const DAY_WEIGHT = 0.8;
/** Languages that do not write Latin names, so that a missing one says nothing. */
const OTHER_SCRIPT = new Set(['zh', 'ja', 'ko', 'ru', 'th', 'km', 'lo']);

/** Whether names of people and places stand in a language as Vietnamese writes them, tone marks apart. */
export function writesLatinNames(language: string): boolean {
  return !OTHER_SCRIPT.has(language);
}

/** Poles are left out: two sentences that disagree in them still speak of one matter. */
export function likenessOf(known: Proposition, told: Proposition, ignored: ReadonlySet<string> = new Set()): Likeness {
  const mine = weights(known, ignored);
  const theirs = weights(told, ignored);
  let shared = 0;
  let all = 0;
  let notions = 0;
  let allNotions = 0;
  const unreadable = known.language !== told.language && OTHER_SCRIPT.has(told.language);
  for (const [key, weight] of mine) {
    const found = theirs.has(key) || nameWithin(key, told);
    if (found || (!(isNameOf(key) && unreadable) && !key.startsWith('@'))) all += weight;
    if (found) shared += weight;
    if (isNameOf(key) || key.startsWith('@')) continue;
    allNotions += weight;
    if (found) notions += weight;
  }
  const words = known.language === told.language ? wordCoverage(known, told) : 0;
  return {
    shared,
    notions,
    notionCoverage: allNotions === 0 ? 0 : notions / allNotions,
    coverage: all === 0 ? 0 : shared / all,
    words,
  };
}

/** What two sentences share is only the wider notion of two different ones: bird flu and dengue are both a disease. */
export function isOtherKind(told: Proposition, known: Proposition, id: string): boolean {
  const kinds = ({ notions }: Proposition): string[] =>
    notions.map((hit) => hit.id).filter((one) => notionOf(one).implies === id);
  const there = kinds(known);
  const here = kinds(told);
  return here.length > 0 && there.length > 0 && !here.some((one) => there.includes(one));
}

function weights(proposition: Proposition, ignored: ReadonlySet<string>): Map<string, number> {
  const all = new Map<string, number>();
  for (const { id } of proposition.notions) {
    if (ignored.has(id)) continue;
    all.set(id, weightOf(id) * (notionOf(id).role === 'polar' ? 0.8 : 1));
  }
  for (const name of proposition.names) all.set(`=${name}`, NAME_WEIGHT);
  for (const { kind, from } of proposition.periods) if (kind === 'day') all.set(`@${from}`, DAY_WEIGHT);
  return all;
}

function isNameOf(key: string): boolean {
  return key.startsWith('=');
}

/** A Latin name is found in a foreign sentence whatever stands around it. */
function nameWithin(key: string, told: Proposition): boolean {
  return key.startsWith('=') && key.length > 4 && fold(told.quote).includes(key.slice(1));
}

const STOP = new Set(
  'la va cua cac nhung cho tai trong voi da se duoc khong co nay do mot the a an of in on at to for by with is are was were been and that it as from'.split(
    ' ',
  ),
);

export function contentWords(text: string): Set<string> {
  return new Set((fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !STOP.has(word)));
}

function wordCoverage(known: Proposition, told: Proposition): number {
  const mine = contentWords(known.quote);
  const theirs = contentWords(told.quote);
  if (mine.size === 0 || theirs.size === 0) return 0;
  let shared = 0;
  for (const word of theirs) if (mine.has(word)) shared += 1;
  return shared / Math.min(mine.size, theirs.size);
}
