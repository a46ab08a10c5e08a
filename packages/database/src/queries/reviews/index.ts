export * from './insert-review.ts';
