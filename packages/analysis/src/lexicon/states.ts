import { z } from 'zod';
import { STATE_FILES } from './files.ts';
import { createTermIndex, type TermHit } from './terms.ts';

const stateSchema = z.strictObject({
  id: z.string().regex(/^[a-z]+\.[a-z-]+$/),
  terms: z.record(z.string(), z.string()),
});

/**
 * Ways in which the news says in what state a matter is (data/lexicon/states): each entry is one value of a facet, `access.open` beside
 * `access.closed`. Values of one facet exclude each other.
 */
export const STATES = z.array(stateSchema).parse(STATE_FILES.flat());

/** Values of each facet. */
export const FACETS: ReadonlyMap<string, readonly string[]> = new Map(
  [...Map.groupBy(STATES, ({ id }) => facetOf(id))].map(([facet, states]) => [facet, states.map(({ id }) => id)]),
);

const finder = createTermIndex(STATES, 'whole');

/** The facet of a state: `access` of `access.open`. */
export function facetOf(id: string): string {
  return id.slice(0, id.indexOf('.'));
}

/** The other state of a facet that has two; null where there are more. */
export function otherStateOf(id: string): string | null {
  const values = FACETS.get(facetOf(id)) ?? [];
  return values.length === 2 ? (values.find((one) => one !== id) ?? null) : null;
}

/** States that a text names; of two of one facet that overlap the longer one stays. */
export function findStates(text: string, language: string): readonly TermHit[] {
  const hits = finder(language)(text);
  const length = ({ start, end }: TermHit): number => end - start;
  return hits.filter(
    (hit) =>
      !hits.some(
        (other) =>
          facetOf(other.id) === facetOf(hit.id) &&
          other.start <= hit.start &&
          other.end >= hit.end &&
          length(other) > length(hit),
      ),
  );
}
