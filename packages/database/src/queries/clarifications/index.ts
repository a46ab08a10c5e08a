export * from './close-public-clarification.ts';
export * from './find-open-clarification.ts';
export * from './insert-public-clarification.ts';
export * from './list-case-bylines.ts';
export * from './view-public-clarifications.ts';
