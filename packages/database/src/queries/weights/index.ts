export * from './choose-weights.ts';
export * from './find-weights.ts';
export * from './insert-weights.ts';
export * from './list-decisions.ts';
export * from './view-weights.ts';
