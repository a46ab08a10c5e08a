export * from './find-latest-reviews.ts';
export * from './insert-review.ts';
