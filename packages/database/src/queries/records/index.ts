export * from './find-records.ts';
export * from './read-records-version.ts';
export * from './save-records.ts';
