import { countedTerms, type StoryFeatures } from './features.ts';
import { createTermStatistics, type TermStatistics } from './statistics.ts';

/** Features come back from the ledger as this code's own earlier writing; rows of before have no amounts and periods. */
export function storedFeatures(value: unknown): StoryFeatures {
  const stored = value as Omit<StoryFeatures, 'amounts' | 'periods'> & Partial<StoryFeatures>;
  return { ...stored, amounts: stored.amounts ?? [], periods: stored.periods ?? [] };
}

/** How rare terms are among stored articles. */
export function learnStatistics(stored: Iterable<unknown>): TermStatistics {
  const statistics = createTermStatistics();
  for (const features of stored) statistics.observe(countedTerms(storedFeatures(features)));
  return statistics;
}
