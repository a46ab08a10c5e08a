export * from './end-spokesperson.ts';
export * from './find-spokesperson.ts';
export * from './insert-spokesperson.ts';
export * from './list-spokespersons.ts';
export type { SpokespersonRow } from './spokesperson.ts';
