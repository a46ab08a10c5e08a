/** How rare terms are. */
export interface Rarity {
  /** Inverse document frequency of a hashed term, at least 0. */
  weight(term: number): number;
}

const SLOTS = 1 << 20;
/** Articles that stand behind the counts before the first one came, so that early weights do not swing. */
const PRIOR_ARTICLES = 200;

export interface TermStatistics extends Rarity {
  observe(terms: Iterable<number>): void;
  readonly articles: number;
}

/** Counts in how many articles each term occurred, in a table of fixed size (4 MB); colliding terms share a count. */
export function createTermStatistics(): TermStatistics {
  const counts = new Uint32Array(SLOTS);
  let articles = 0;
  return {
    get articles() {
      return articles;
    },
    observe(terms) {
      articles += 1;
      for (const term of terms) {
        const slot = term % SLOTS;
        counts[slot] = (counts[slot] ?? 0) + 1;
      }
    },
    weight(term) {
      return Math.log((PRIOR_ARTICLES + articles + 1) / ((counts[term % SLOTS] ?? 0) + 1));
    },
  };
}
