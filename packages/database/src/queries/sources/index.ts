export * from './count-progress.ts';
export * from './find-due-sources.ts';
export * from './find-source.ts';
export * from './finish-source-check.ts';
export * from './save-outlet.ts';
export * from './save-source.ts';
