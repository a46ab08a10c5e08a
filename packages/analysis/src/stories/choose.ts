/** A stored article beside which a new one was held. */
export interface ScoredCandidate {
  readonly article: string;
  readonly story: string;
  /** The article of which the candidate itself is a near-copy. */
  readonly duplicateOf: string | null;
  readonly score: number;
  readonly copy: boolean;
}

/** The story that a new article joins; `story` null where it opens one of its own. */
export interface StoryChoice {
  readonly story: string | null;
  readonly duplicateOf: string | null;
  readonly score: number;
}

/** The story whose two most alike members are nearest; near-copies decide alone. */
export function chooseStory(scored: readonly ScoredCandidate[], threshold: number): StoryChoice {
  const copy = scored.filter((one) => one.copy).sort((a, b) => b.score - a.score)[0];
  if (copy !== undefined) return { story: copy.story, duplicateOf: copy.duplicateOf ?? copy.article, score: 1 };
  const byStory = new Map<string, number[]>();
  for (const { story, score } of scored) byStory.set(story, [...(byStory.get(story) ?? []), score]);
  let best: { story: string; score: number } | null = null;
  for (const [story, scores] of byStory) {
    const score = nearness(scores);
    if (best === null || score > best.score) best = { story, score };
  }
  if (best === null || best.score < threshold) return { story: null, duplicateOf: null, score: 1 };
  return { story: best.story, duplicateOf: null, score: Math.round(best.score * 1000) / 1000 };
}

function nearness(scores: readonly number[]): number {
  const [first = 0, second = first] = [...scores].sort((a, b) => b - a);
  return 0.7 * first + 0.3 * second;
}
