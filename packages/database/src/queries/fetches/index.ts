export * from './insert-fetch.ts';
export * from './list-captures.ts';
