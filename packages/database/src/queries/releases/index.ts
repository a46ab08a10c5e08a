export * from './find-release.ts';
export * from './insert-release.ts';
export * from './list-releases.ts';
export type { ReleaseRow } from './release.ts';
export * from './withdraw-release.ts';
