export * from './fail-judging.ts';
export * from './find-newest-version.ts';
export * from './find-same-text.ts';
export * from './find-unjudged-versions.ts';
export * from './find-version.ts';
export * from './find-version-snapshot.ts';
export * from './insert-version.ts';
