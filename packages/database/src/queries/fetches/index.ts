export * from './insert-fetch.ts';
