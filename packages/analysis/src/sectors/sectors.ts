import { type PressItem, SECTORS, type Sector, type SectorScore } from '@lamro/domain';
import { foldText } from '../text/fold.ts';
import { CONCEPTS, type Concept, type ConceptHit, createConceptFinder } from './lexicon.ts';

const findConcepts = createConceptFinder(CONCEPTS);

const TITLE_WEIGHT = 2.5;
/** Mass of evidence at which a sector is as good as certain. */
const SATURATION = 1.6;
const LEAST_SCORE = 0.3;
/** A sector far behind the leading one was only touched upon. */
const LEAST_SHARE = 0.34;

/**
 * The sectors of state management that an item touches, strongest first, each with the words that decided (as written).
 * `other` alone when no word of the lexicon occurs. Scores are 0 to 1: the weight of the concepts found, a concept counting
 * once (more in the title) so that long texts do not touch everything.
 */
export function scoreSectors(item: PressItem): SectorScore[] {
  const folded = foldText(`${item.title}\n${item.text}`);
  const mass = new Map<Sector, { weight: number; words: Set<string> }>();
  for (const [hit, weight] of strongestPerConcept(findConcepts(folded), item.title.length)) {
    for (const [sector, share] of entriesOf(hit.concept.sectors)) {
      const entry = mass.get(sector) ?? { weight: 0, words: new Set<string>() };
      entry.weight += weight * share;
      entry.words.add(folded.source.slice(hit.start, hit.end));
      mass.set(sector, entry);
    }
  }
  const scored = [...mass].map(([id, { weight, words }]) => ({ id, score: saturate(weight), words: [...words] }));
  const top = Math.max(0, ...scored.map((entry) => entry.score));
  const kept = scored.filter((entry) => entry.score >= LEAST_SCORE && entry.score >= top * LEAST_SHARE);
  if (kept.length === 0) return [{ id: 'other', score: 0.3, words: [] }];
  return kept.sort((a, b) => b.score - a.score || a.id.localeCompare(b.id));
}

function strongestPerConcept(hits: readonly ConceptHit[], titleLength: number): Map<ConceptHit, number> {
  const best = new Map<string, { hit: ConceptHit; weight: number; count: number }>();
  for (const hit of hits) {
    const weight = hit.start < titleLength ? TITLE_WEIGHT : 1;
    const known = best.get(hit.concept.id);
    if (known === undefined) best.set(hit.concept.id, { hit, weight, count: 1 });
    else {
      known.count += 1;
      known.weight = Math.max(known.weight, weight);
    }
  }
  return new Map([...best.values()].map(({ hit, weight, count }) => [hit, weight + 0.25 * Math.min(3, count - 1)]));
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
