/** How rare terms are. */
export interface Rarity {
  /** Inverse document frequency of a hashed term, at least 0. */
  weight(term: number): number;
}

const SLOTS = 1 << 20;
/** Articles that stand behind the counts before the first one came, so that early weights do not swing. */
const PRIOR_ARTICLES = 200;

/** Logarithms of the counts that occur, so that a pair is compared without computing any. */
const LOGS = Float64Array.from({ length: 1 << 14 }, (_, count) => Math.log(count + 1));

export interface TermStatistics extends Rarity {
  observe(terms: Iterable<number>): void;
  readonly articles: number;
}

/** Counts in how many articles each term occurred, in a table of fixed size (4 MB); colliding terms share a count. */
export function createTermStatistics(): TermStatistics {
  const counts = new Uint32Array(SLOTS);
  let articles = 0;
  let logAll = Math.log(PRIOR_ARTICLES + 1);
  return {
    get articles() {
      return articles;
    },
    observe(terms) {
      articles += 1;
      logAll = Math.log(PRIOR_ARTICLES + articles + 1);
      for (const term of terms) {
        const slot = term % SLOTS;
        counts[slot] = (counts[slot] ?? 0) + 1;
      }
    },
    weight(term) {
      const count = counts[term % SLOTS] ?? 0;
      return logAll - (LOGS[count] ?? Math.log(count + 1));
    },
  };
}
