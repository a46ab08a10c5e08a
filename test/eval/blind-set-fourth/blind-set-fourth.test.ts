import { describeLabels, describeSet } from '../blind-set/checks.ts';

describeSet(import.meta.dirname, {
  languages: ['en', 'fr', 'ja', 'ko', 'ru', 'vi', 'zh'],
  itemsPerLanguage: 18,
  rareLanguages: [],
  distorted: [0.36, 0.42],
  agreeing: 60,
  usesOfAFrame: 1,
});

describeLabels(import.meta.dirname);
