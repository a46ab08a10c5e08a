import { join } from 'node:path';
import { describe } from 'vitest';
import { describeLabels, describeSet } from '../blind-set/checks.ts';

const worlds = ['a', 'b'].map((name) => join(import.meta.dirname, name));

describeSet(
  import.meta.dirname,
  {
    languages: ['en', 'fr', 'ja', 'ko', 'ru', 'vi', 'zh'],
    itemsPerLanguage: 18,
    rareLanguages: [],
    distorted: [0.36, 0.42],
    agreeing: 60,
    usesOfAFrame: 1,
  },
  worlds,
);

describe.each(worlds)('%s', (world) => {
  describeLabels(world);
});
