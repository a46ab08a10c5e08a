export * from './insert-release.ts';
export * from './list-releases.ts';
