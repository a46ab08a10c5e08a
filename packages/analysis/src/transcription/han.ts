import { z } from 'zod';
import { toneForm } from '../text/fold.ts';
import list from './han.json' with { type: 'json' };

/** Characters that a syllable of a place name stands for, both scripts, by its Sino-Vietnamese reading. */
const CHARACTERS = new Map(
  Object.entries(z.record(z.string(), z.string()).parse(list)).map(([reading, all]) => [toneForm(reading), [...all]]),
);

/** Characters that a written syllable, tone included, may stand for; empty when none is known. */
export function hanOf(syllable: string): readonly string[] {
  return CHARACTERS.get(toneForm(syllable)) ?? [];
}
