import type { Proposition } from '../claims/proposition.ts';
import { facetOf, findStates, otherStateOf } from '../lexicon/states.ts';
import { isAbsent, isDenying, isNegated } from '../signals/polarity.ts';

/** What a sentence says of one facet: states that it affirms and states that it rules out. */
export interface Stand {
  readonly so: ReadonlySet<string>;
  readonly not: ReadonlySet<string>;
}

/** Facets of a sentence, with where it stands in each. */
export type Stands = ReadonlyMap<string, Stand>;

const read = new WeakMap<Proposition, Stands>();

/** In what states a sentence says its matter to be; a state ruled out of two is the other one. */
export function standsOf(sentence: Proposition): Stands {
  const known = read.get(sentence);
  if (known !== undefined) return known;
  const stands = readStands(sentence);
  read.set(sentence, stands);
  return stands;
}

function readStands(sentence: Proposition): Stands {
  const stands = new Map<string, { so: Set<string>; not: Set<string> }>();
  const denying = isDenying(sentence);
  for (const hit of findStates(sentence.quote, sentence.language)) {
    const turned = (isNegated(sentence, hit) || isAbsent(sentence, hit)) !== denying;
    const other = otherStateOf(hit.id);
    const stand = stands.get(facetOf(hit.id)) ?? { so: new Set(), not: new Set() };
    if (!turned) stand.so.add(hit.id);
    else if (other !== null) stand.so.add(other);
    else stand.not.add(hit.id);
    stands.set(facetOf(hit.id), stand);
  }
  return stands;
}

/** How two sentences stand to each other in one facet; null where one of them is silent in it or they neither agree nor clash. */
export function compareStands(told: Stand, known: Stand): 'agree' | 'clash' | 'mixed' | null {
  const agree = [...told.so].some((id) => known.so.has(id)) || [...told.not].some((id) => known.not.has(id));
  const denied = [...told.so].some((id) => known.not.has(id)) || [...told.not].some((id) => known.so.has(id));
  const differ = told.so.size > 0 && known.so.size > 0 && ![...told.so].some((id) => known.so.has(id));
  const clash = denied || differ;
  if (agree && clash) return 'mixed';
  if (agree) return 'agree';
  return clash ? 'clash' : null;
}
