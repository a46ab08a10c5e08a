import type { StoryFeatures } from '@lamro/analysis';

/** Ranks of the words of news, by frequency; drawn by Zipf's law. */
const VOCABULARY = 200_000;
const TERMS = 90;
/** Share of its terms in which a telling differs from its story, and of the rows of its signature. */
const OTHER_TERMS = 0.35;
const OTHER_ROWS = 0.8;

export interface StoryDrawing {
  /** Uniform in [0, 1). */
  readonly random: () => number;
  /** Hash of the word of a rank, 1 the most frequent. */
  readonly termOf: (rank: number) => number;
  /** Notions, the most frequent first. */
  readonly concepts: readonly string[];
}

export type StoryMatter = Pick<StoryFeatures, 'language' | 'day' | 'places'>;

/** Features like those of a story in the news. */
export function drawStory(drawing: StoryDrawing, matter: StoryMatter): StoryFeatures {
  const { random, concepts } = drawing;
  const terms = Array.from({ length: TERMS }, () => [drawTerm(drawing), 1 + Math.floor(random() * 3)] as const);
  const numbers = Array.from({ length: 4 }, () => 10 + Math.floor(random() ** 3 * 5_000));
  const notion = () => concepts[Math.floor(concepts.length ** random()) - 1] ?? [];
  return {
    ...matter,
    terms,
    title: terms.slice(0, 9).map(([term]) => term),
    names: terms.slice(20, 30).map(([term]) => term),
    numbers: numbers.map(String),
    amounts: numbers.map((value) => ['percent', value, 1] as const),
    dates: ['11-02'],
    periods: ['2026-01-01/2026-10-31'],
    concepts: [...new Set(Array.from({ length: 5 }, notion).flat())],
    signature: Array.from({ length: 32 }, () => Math.floor(random() * 0xffffffff)),
    words: 240,
  };
}

/** Another telling of a story. */
export function varyStory(drawing: StoryDrawing, story: StoryFeatures): StoryFeatures {
  const { random } = drawing;
  return {
    ...story,
    terms: story.terms.map((term) => (random() < OTHER_TERMS ? ([drawTerm(drawing), 1] as const) : term)),
    signature: story.signature.map((row) => (random() < OTHER_ROWS ? Math.floor(random() * 0xffffffff) : row)),
  };
}

function drawTerm({ random, termOf }: StoryDrawing): number {
  return termOf(Math.floor(VOCABULARY ** random()));
}
