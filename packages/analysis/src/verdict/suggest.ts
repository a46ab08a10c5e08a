import type { Signal, Verdict } from '@lamro/domain';
import { hasCue, type Proposition } from '../claims/proposition.ts';

/** What a verdict is suggested from. */
export interface Findings {
  readonly raised: boolean;
  readonly signals: readonly Signal[];
  readonly sentences: readonly Proposition[];
  /** Sentences that agree with an official record. */
  readonly confirmed: readonly Proposition[];
  readonly claims: number;
}

/**
 * One of the five verdicts for an item about the province. Confirmed by a record it is accurate, `accurate-negative` when what
 * was confirmed is bad news; opinion when hardly anything is checkable; else there is no ground yet (`unverifiable`).
 */
export function suggestVerdict(findings: Findings): Verdict {
  if (findings.raised) return 'distorted';
  if (findings.confirmed.length > 0 && findings.signals.length === 0) {
    return isNegative(findings) ? 'accurate-negative' : 'accurate';
  }
  return isOpinion(findings) ? 'opinion' : 'unverifiable';
}

/** Share of sentences with bad news above which an article counts as negative. */
const NEGATIVE_SHARE = 0.25;

/** Tone counts here only to name the kind of an accurate item; it never makes a signal. */
function isNegative({ confirmed, sentences }: Findings): boolean {
  const headline = sentences.filter((sentence) => sentence.headline);
  const negative = sentences.filter((sentence) => hasCue(sentence, 'negative')).length;
  return (
    [...confirmed, ...headline].some((sentence) => hasCue(sentence, 'negative')) ||
    negative / Math.max(1, sentences.length) >= NEGATIVE_SHARE
  );
}

function isOpinion({ sentences, claims }: Findings): boolean {
  const opinions = sentences.filter((sentence) => hasCue(sentence, 'opinion')).length;
  return opinions > 0 && (opinions >= 2 || opinions * 3 >= sentences.length) && claims <= opinions * 2;
}
