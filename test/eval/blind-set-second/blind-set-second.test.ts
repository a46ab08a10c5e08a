import { describeLabels, describeSet } from '../blind-set/checks.ts';

describeSet(import.meta.dirname, {
  languages: ['en', 'fr', 'ja', 'ko', 'ru', 'vi', 'zh'],
  itemsPerLanguage: 20,
  rareLanguages: ['km', 'lo', 'th'],
  distorted: [0.35, 0.4],
  agreeing: 60,
  usesOfAFrame: 1,
});
describeLabels(import.meta.dirname);
