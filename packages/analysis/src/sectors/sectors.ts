import { type PressItem, SECTORS, type Sector, type SectorScore } from '@lamro/domain';
import { findClaims } from '../claims/claims.ts';
import { foldText } from '../text/fold.ts';
import { CONCEPTS, type Concept, createConceptFinder } from './lexicon.ts';
import { type Stretch, weighConcepts } from './salience.ts';

const findConcepts = createConceptFinder(CONCEPTS);

/** Mass of evidence at which a sector is as good as certain. */
const SATURATION = 1.6;
/** Words shown per concept. */
const MOST_WORDS = 3;
/** Also what a single word for who or where says: where nothing else speaks, it decides. */
const LEAST_SCORE = 0.1;
/** A sector far behind the leading one was only touched upon. */
const LEAST_SHARE = 0.6;

/**
 * The sectors of state management that an item touches, strongest first, each with the words that decided (as written).
 * `other` alone when no word of the lexicon speaks up. Scores are 0 to 1. A concept counts once: most in the title, less in
 * the lead and in sentences with a claim, half of that further down unless it is repeated; words that only name who or where count a
 * third.
 *
 * @param claims claims of the item, where they are at hand
 */
export function scoreSectors(item: PressItem, claims: readonly Stretch[] = findClaims(item)): SectorScore[] {
  const folded = foldText(`${item.title}\n${item.text}`);
  const mass = new Map<Sector, { weight: number; words: Set<string> }>();
  for (const { concept, hits, weight } of weighConcepts(findConcepts(folded), item.title.length, claims)) {
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

function entriesOf(sectors: Concept['sectors']): [Sector, number][] {
  return SECTORS.flatMap((sector) => {
    const share = sectors[sector];
    return share === undefined ? [] : [[sector, share] satisfies [Sector, number]];
  });
}

function saturate(weight: number): number {
  return Math.round((1 - Math.exp(-weight / SATURATION)) * 1000) / 1000;
}
