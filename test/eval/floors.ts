import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** One measured figure: of which set, in which state of the set. */
export interface Figure {
  readonly set: string;
  /** SHA-256 of the set, first digits. */
  readonly hash: string;
  readonly figure: string;
  readonly value: number;
}

const floorSchema = z
  .strictObject({
    set: z.string().min(1),
    /** State of the set for which the floor was set; left out for sets that other parts of the project may extend. */
    hash: z.string().optional(),
    figure: z.string().min(1),
    least: z.number().optional(),
    most: z.number().optional(),
  })
  .refine(({ least, most }) => (least === undefined) !== (most === undefined), 'needs either least or most');
export type Floor = z.infer<typeof floorSchema>;

/** The floors of every set. @throws ZodError when the file is not of its shape */
export function loadFloors(): Floor[] {
  return z.array(floorSchema).parse(JSON.parse(readFileSync(new URL('floors.json', import.meta.url), 'utf8')));
}

/**
 * What does not keep its floor, one line each. A floor whose set was measured but whose figure is missing, or whose set is
 * not the one that it was set for, is not kept either; floors of sets that were not measured are passed over.
 */
export function belowFloors(figures: readonly Figure[], floors: readonly Floor[]): string[] {
  const measured = new Set(figures.map(({ set }) => set));
  return floors.filter(({ set }) => measured.has(set)).flatMap((floor) => faultOf(floor, figures) ?? []);
}

function faultOf(floor: Floor, figures: readonly Figure[]): string | null {
  const name = `${floor.set}, ${floor.figure}`;
  const found = figures.find(({ set, figure }) => set === floor.set && figure === floor.figure);
  if (found === undefined) return `${name}: not measured`;
  if (floor.hash !== undefined && floor.hash !== found.hash)
    return `${name}: the set is ${found.hash}, its floor was set for ${floor.hash}`;
  const { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = floor;
  if (found.value >= least && found.value <= most) return null;
  return `${name}: ${found.value} is not ${floor.least === undefined ? `at most ${most}` : `at least ${least}`}`;
}
