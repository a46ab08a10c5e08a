import type { Concept, ConceptHit } from './lexicon.ts';

const TITLE_WEIGHT = 2.5;
/** Characters of the text in which a press item says what it is about. */
const LEAD = 320;
const BODY_WEIGHT = 0.5;
/** A sentence that states something checkable tells what the item is about wherever it stands. */
const CLAIM_WEIGHT = 1;
/** Added for each further mention, up to `MOST_REPEATS`. */
const REPEAT_WEIGHT = 0.4;
const MOST_REPEATS = 4;
/** Share of the weight that is left to words which only name who or where. */
const BYSTANDER_SHARE = 0.3;

export interface WeighedConcept {
  readonly concept: Concept;
  /** The weightiest first. */
  readonly hits: readonly ConceptHit[];
  readonly weight: number;
}

/** Stretch of the text that the hits count. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Each concept found with its weight: that of the hit that stands best (title, lead or claim, further down), to which repetition
 * adds.
 *
 * @param titleLength characters of the title, which stands first in the text that the hits count
 * @param claims sentences that state something checkable
 */
export function weighConcepts(
  hits: readonly ConceptHit[],
  titleLength: number,
  claims: readonly Stretch[] = [],
): WeighedConcept[] {
  return [...Map.groupBy(hits, ({ concept }) => concept.id).values()].flatMap((same) => {
    const weighed = same
      .map((hit) => ({ hit, weight: weightOf(hit, titleLength, claims) }))
      .toSorted((a, b) => b.weight - a.weight);
    const [best] = weighed;
    if (best === undefined) return [];
    const share = best.hit.bystander ? BYSTANDER_SHARE : 1;
    const weight = best.weight + share * repeatWeight(same.length);
    return [{ concept: best.hit.concept, hits: weighed.map(({ hit }) => hit), weight }];
  });
}

function weightOf({ start, bystander }: ConceptHit, titleLength: number, claims: readonly Stretch[]): number {
  const claimed = claims.some((claim) => start >= claim.start && start < claim.end);
  const weight = Math.max(placeWeight(start, titleLength), claimed ? CLAIM_WEIGHT : 0);
  return weight * (bystander ? BYSTANDER_SHARE : 1);
}

/** What a word counts by where it stands: most in the title, less in the lead, little further down. */
export function placeWeight(start: number, titleLength: number): number {
  if (start < titleLength) return TITLE_WEIGHT;
  return start < titleLength + LEAD ? 1 : BODY_WEIGHT;
}

/** What repetition adds to a word that stands `times` in a text. */
export function repeatWeight(times: number): number {
  return REPEAT_WEIGHT * Math.min(MOST_REPEATS, times - 1);
}
