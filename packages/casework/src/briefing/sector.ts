import { type Sector, sectorScoreSchema } from '@lamro/domain';
import { z } from 'zod';

const scoresSchema = z.array(sectorScoreSchema);

/** Sectors of a judgement, strongest first. */
export function sectorsOf(scores: unknown): Sector[] {
  return [...scoresSchema.parse(scores)].sort((a, b) => b.score - a.score).map(({ id }) => id);
}

/** The sector under which an item stands; `other` where none was found. */
export function firstSector(scores: unknown): Sector {
  return sectorsOf(scores)[0] ?? 'other';
}
