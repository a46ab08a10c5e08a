export { alarmOfFailure, isStopped, newestOf } from './alarm.ts';
export { readSourceWhole } from './follow.ts';
export type { ListedItem, ListedOutlet, SourceReading } from './listed.ts';
export { type PreviewOptions, previewSource, type SourcePreview, type TriedFeed } from './preview.ts';
export { gdeltUrl, searchFeedUrl } from './query.ts';
export { readSource } from './read.ts';
