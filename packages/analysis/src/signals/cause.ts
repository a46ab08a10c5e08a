import type { Proposition } from '../claims/proposition.ts';
import { areKin, CAUSAL, causeWordsIn } from '../lexicon/causes.ts';
import type { TermHit } from '../lexicon/terms.ts';
import { isNegated } from './polarity.ts';

/** Kinds of cause that a sentence gives for what it tells, and those that it rules out. */
interface Causes {
  readonly given: ReadonlySet<string>;
  readonly ruledOut: ReadonlySet<string>;
}

/** Two accounts of one event: one gives a cause that the other rules out, or each a cause that leaves the other's no room. */
export function tellsOtherCause(told: Proposition, known: Proposition): boolean {
  const mine = causesIn(told);
  const theirs = causesIn(known);
  if ([...mine.given].some((id) => theirs.ruledOut.has(id) && !theirs.given.has(id))) return true;
  if ([...mine.ruledOut].some((id) => theirs.given.has(id) && !mine.given.has(id))) return true;
  if (mine.given.size === 0 || theirs.given.size === 0) return false;
  return ![...mine.given].some((id) => [...theirs.given].some((other) => areKin(id, other)));
}

function causesIn(sentence: Proposition): Causes {
  const hits = causeWordsIn(sentence);
  const kinds = hits.filter(({ id }) => id !== CAUSAL);
  const ruledOut = kinds.filter((hit) => isNegated(sentence, hit));
  const given = kinds.filter((hit) => !ruledOut.includes(hit) && isCause(sentence, hit, hits));
  return { given: new Set(given.map(({ id }) => id)), ruledOut: new Set(ruledOut.map(({ id }) => id)) };
}

/** A causal word stands in the same clause. */
function isCause({ quote }: Proposition, hit: TermHit, hits: readonly TermHit[]): boolean {
  return hits.some(({ id, start, end }) => {
    if (id !== CAUSAL) return false;
    const between = end <= hit.start ? quote.slice(end, hit.start) : quote.slice(hit.end, Math.max(hit.end, start));
    return !/[,;，；、]/u.test(between);
  });
}
