import { describeLabels, describeSet } from './checks.ts';

describeSet(import.meta.dirname, {
  languages: ['en', 'fr', 'ja', 'ko', 'ru', 'vi', 'zh'],
  itemsPerLanguage: 30,
  rareLanguages: [],
  distorted: [0.35, 0.45],
  agreeing: 80,
  usesOfAFrame: 2,
});
describeLabels(import.meta.dirname);
