export * from './insert-release.ts';
export * from './list-releases.ts';
export * from './withdraw-release.ts';
