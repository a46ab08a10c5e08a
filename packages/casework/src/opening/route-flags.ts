import type { FlagJudgementRow, FlagRow } from '@lamro/database';
import { placeSchema, type Route, type RouteQuery, sectorScoreSchema } from '@lamro/domain';
import { z } from 'zod';
import type { Procedure } from '../procedure/procedure.ts';

const judgedSchema = z.object({ places: z.array(placeSchema), sectors: z.array(sectorScoreSchema) });

/** A sector weaker than this share of the strongest is beside the point and names no agency. */
const SECTOR_SHARE = 0.6;

/** What routing is asked for an article as the classifier read it. */
export function routeQueryOf(
  flag: Pick<FlagRow, 'origin' | 'openedAt'>,
  judgement: FlagJudgementRow | null,
): RouteQuery {
  const judged = judgedSchema.safeParse(judgement);
  const places = judged.success ? judged.data.places.map((place) => place.code) : [];
  const sectors = judged.success ? judged.data.sectors : [];
  const strongest = Math.max(0, ...sectors.map((sector) => sector.score));
  const counted = sectors.filter((sector) => sector.score >= strongest * SECTOR_SHARE);
  return {
    at: flag.openedAt.toISOString(),
    origin: flag.origin,
    sectors: counted.map((sector) => sector.id),
    places,
  };
}

/** The route of a flag's article; null where routing needs a person (an ambiguous place, no regulation in force). */
export function routeOfFlag(
  procedure: Procedure,
  flag: Pick<FlagRow, 'origin' | 'openedAt'>,
  judgement: FlagJudgementRow | null,
): Route | null {
  return procedure.tryRoute(routeQueryOf(flag, judgement));
}
