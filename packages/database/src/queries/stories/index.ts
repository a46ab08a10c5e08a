export * from './count-stories-of.ts';
export { readEmbedding, type StoredEmbedding } from './embedding.ts';
export * from './find-other-tellings.ts';
export * from './find-recent-features.ts';
export * from './find-story-candidates.ts';
export * from './find-story-of.ts';
export * from './insert-story.ts';
export * from './place-in-story.ts';
export * from './save-story-features.ts';
