import type { Signal, Verdict } from '@lamro/domain';
import { hasCue, type Proposition } from '../claims/proposition.ts';
import { hasMark } from '../lexicon/modality.ts';
import { hasEvidence } from './score.ts';

/** What a verdict is suggested from. */
export interface Findings {
  readonly raised: boolean;
  readonly signals: readonly Signal[];
  readonly sentences: readonly Proposition[];
  /** Sentences whose figure agrees with an official one, or that say what an official statement affirms. */
  readonly confirmed: readonly Proposition[];
  /** Sentences that report an official denial. Setting a rumour right is no bad news. */
  readonly denials: readonly Proposition[];
  readonly claims: number;
}

/**
 * One of the five verdicts for an item about the province, the gravest that it bears: confirmed by a record it is
 * `accurate-negative` when what was confirmed is bad news, else `opinion` when somebody's view stands beside it, else `accurate`.
 * Without a record it is `opinion` when hardly anything is checkable, accurate when the competent body itself says it and no
 * nameless voice stands beside it, else there is no ground yet (`unverifiable`).
 */
export function suggestVerdict(findings: Findings): Verdict {
  if (findings.raised) return 'distorted';
  const strong = findings.signals.some((signal) => hasEvidence(signal) && signal.strength >= SERIOUS);
  if (strong) return 'unverifiable';
  if (findings.confirmed.length + findings.denials.length === 0) {
    if (isOpinion(findings)) return 'opinion';
    return attributedVerdict(findings) ?? 'unverifiable';
  }
  const told = findings.confirmed.length > 0 ? [...findings.confirmed, ...findings.sentences.filter(isOwned)] : [];
  if (told.length > 0 && isBadNews({ ...findings, confirmed: told })) return 'accurate-negative';
  return findings.sentences.some(isView) ? 'opinion' : 'accurate';
}

/** What the competent body says of its own field stands until a record says otherwise; a nameless voice beside it does not. */
function attributedVerdict(findings: Findings): Verdict | null {
  const told = findings.sentences.filter(({ headline }) => !headline);
  const attributed = told.filter(isAttributed);
  const loose = told.filter((sentence) => !attributed.includes(sentence) && isLoose(sentence));
  if (attributed.length === 0 || loose.length > 0) return null;
  if (isBadNews({ ...findings, confirmed: attributed })) return 'accurate-negative';
  return told.some(isView) ? 'opinion' : 'accurate';
}

/** A body with a name says, or does by its office, what the sentence tells. */
function isAttributed(sentence: Proposition): boolean {
  if (hasCue(sentence, 'vague-source', 'rumour', 'opinion')) return false;
  return hasMark(sentence, 'authority') && hasMark(sentence, 'says');
}

/** What a body with a name says itself stands as bad news beside what a record confirms; what it denies does not. */
function isOwned(sentence: Proposition): boolean {
  return !sentence.headline && isAttributed(sentence) && !hasCue(sentence, 'denial') && !isView(sentence);
}

/** Told on nobody's word: an allegation, or what nameless sources say. */
function isLoose(sentence: Proposition): boolean {
  return hasCue(sentence, 'vague-source', 'allegation');
}

/** Strength from which a signal that raises no flag still keeps an item from being called accurate. */
const SERIOUS = 0.45;

/** Tone counts here only to name the kind of an accurate item; it never makes a signal. */
function isBadNews({ confirmed, sentences }: Findings): boolean {
  const headline = sentences.filter((sentence) => sentence.headline && !isView(sentence));
  return [...confirmed, ...headline].some(
    (sentence) => (hasCue(sentence, 'negative') || isIll(sentence)) && !isReliefOf(sentence),
  );
}

const ILLS = new Set(
  'poverty unemployment death injury missing accident traffic-accident disease dengue measles cholera rabies swine-fever food-poisoning fall-ill pollution fish-kill waste drug smuggling child-marriage debt felling bankruptcy layoff strike arrest landslide flood drought salinity fire shortage corruption illegal fake suicide-crime domestic-violence'.split(
    ' ',
  ),
);

/** A count of the dead, the sick or the arrested is bad news in whatever words. */
function isIll({ notions, headline }: Proposition): boolean {
  return !headline && notions.some(({ id }) => ILLS.has(id));
}

/** Fewer of what is bad is good news. */
function isReliefOf({ notions }: Proposition): boolean {
  const has = (test: (id: string) => boolean): boolean => notions.some(({ id }) => test(id));
  return has((id) => id === 'decrease') && has((id) => ILLS.has(id));
}

/** Official word is none of somebody's views, and hearsay is none either. */
const NO_VIEW = ['official-source', 'denial', 'vague-source', 'rumour'] as const;

/** Somebody's view: told as such, without a figure and not on official word. */
function isView(sentence: Proposition): boolean {
  if (!hasCue(sentence, 'opinion', 'voice') || hasCue(sentence, ...NO_VIEW)) return false;
  return !sentence.headline && !sentence.figures.some(({ dimension, worded }) => dimension !== null && !worded);
}

function isOpinion({ sentences, claims }: Findings): boolean {
  const views = sentences.filter(isView).length;
  return views > 0 && (claims === 0 || (views >= 2 && claims <= views));
}
