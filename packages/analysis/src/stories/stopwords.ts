import { z } from 'zod';
import { fold } from '../text/fold.ts';
import lists from './stopwords.json' with { type: 'json' };

const words = z.record(z.string(), z.array(z.string())).parse(lists);
const STOP_WORDS: ReadonlySet<string> = new Set(Object.values(words).flat().map(fold));

/** Whether a folded word carries no topic in any of the watched languages. */
export function isStopWord(folded: string): boolean {
  return STOP_WORDS.has(folded);
}
