import { type PressItem, SECTORS, type Sector, type SectorScore } from '@lamro/domain';
import { foldText } from '../text/fold.ts';
import { CONCEPTS, type Concept, type ConceptHit, createConceptFinder } from './lexicon.ts';

const findConcepts = createConceptFinder(CONCEPTS);

const TITLE_WEIGHT = 2.5;
/** Characters of the text in which a press item says what it is about. */
const LEAD = 320;
const BODY_WEIGHT = 0.3;
/** Added for each further mention, up to `MOST_REPEATS`. */
const REPEAT_WEIGHT = 0.2;
const MOST_REPEATS = 4;
/** Share of the weight that is left to words which only name who or where. */
const BYSTANDER_SHARE = 0.35;
/** Mass of evidence at which a sector is as good as certain. */
const SATURATION = 1.6;
/** Words shown per concept. */
const MOST_WORDS = 3;
const LEAST_SCORE = 0.2;
/** A sector far behind the leading one was only touched upon. */
const LEAST_SHARE = 0.5;

/**
 * The sectors of state management that an item touches, strongest first, each with the words that decided (as written).
 * `other` alone when no word of the lexicon speaks up. Scores are 0 to 1. A concept counts once: most in the title, less in
 * the lead, little further down unless it is repeated; words that only name who or where count a third.
 */
export function scoreSectors(item: PressItem): SectorScore[] {
  const folded = foldText(`${item.title}\n${item.text}`);
  const mass = new Map<Sector, { weight: number; words: Set<string> }>();
  for (const { concept, hits, weight } of weighConcepts(findConcepts(folded), item.title.length)) {
    for (const [sector, share] of entriesOf(concept.sectors)) {
      const entry = mass.get(sector) ?? { weight: 0, words: new Set<string>() };
      entry.weight += weight * share;
      for (const { start, end } of hits.slice(0, MOST_WORDS)) entry.words.add(folded.source.slice(start, end));
      mass.set(sector, entry);
    }
  }
  const scored = [...mass].map(([id, { weight, words }]) => ({ id, score: saturate(weight), words: [...words] }));
  const top = Math.max(0, ...scored.map((entry) => entry.score));
  const kept = scored.filter((entry) => entry.score >= LEAST_SCORE && entry.score >= top * LEAST_SHARE);
  if (kept.length === 0) return [{ id: 'other', score: 0.3, words: [] }];
  return kept.sort((a, b) => b.score - a.score || a.id.localeCompare(b.id));
}

interface WeighedConcept {
  readonly concept: Concept;
  /** The weightiest first. */
  readonly hits: readonly ConceptHit[];
  readonly weight: number;
}

/** Each concept with the weight of the hit that stands best; repetition adds to it. */
function weighConcepts(hits: readonly ConceptHit[], titleLength: number): WeighedConcept[] {
  return [...Map.groupBy(hits, ({ concept }) => concept.id).values()].flatMap((same) => {
    const weighed = same
      .map((hit) => ({ hit, weight: weightOf(hit, titleLength) }))
      .toSorted((a, b) => b.weight - a.weight);
    const [best] = weighed;
    if (best === undefined) return [];
    const share = best.hit.bystander ? BYSTANDER_SHARE : 1;
    const repeats = REPEAT_WEIGHT * share * Math.min(MOST_REPEATS, same.length - 1);
    return [{ concept: best.hit.concept, hits: weighed.map(({ hit }) => hit), weight: best.weight + repeats }];
  });
}

function weightOf({ start, bystander }: ConceptHit, titleLength: number): number {
  const place = start < titleLength ? TITLE_WEIGHT : start < titleLength + LEAD ? 1 : BODY_WEIGHT;
  return bystander ? place * BYSTANDER_SHARE : place;
}

function entriesOf(sectors: Concept['sectors']): [Sector, number][] {
  return SECTORS.flatMap((sector) => {
    const share = sectors[sector];
    return share === undefined ? [] : [[sector, share] satisfies [Sector, number]];
  });
}

function saturate(weight: number): number {
  return Math.round((1 - Math.exp(-weight / SATURATION)) * 1000) / 1000;
}
