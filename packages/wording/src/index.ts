export { briefingWords, documentWords } from './briefing/document.ts';
export { letterWords } from './briefing/letters.ts';
export { packageWords } from './briefing/package.ts';
export { periodReportWords } from './briefing/period-report.ts';
export * from './catalogue.ts';
export * from './format/csv.ts';
export * from './format/name.ts';
export * from './format/number.ts';
export * from './format/time.ts';
export { identityLetters } from './identity/letters.ts';
export { LOCALES, type Locale, localeOf } from './locale/locale.ts';
export {
  caseNotices,
  clockNotices,
  deliveryNotes,
  letterFrame,
  type NoticeText,
  reportNotices,
} from './notice/notice.ts';
export { callWords, problemWords } from './problem/problem.ts';
export { type PublicWords, publicWords } from './public/words.ts';
