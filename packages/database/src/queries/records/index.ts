export * from './find-known-records.ts';
export * from './find-records.ts';
export * from './find-records-of-release.ts';
export * from './lock-record.ts';
export * from './read-records-version.ts';
export * from './save-records.ts';
export * from './withdraw-record.ts';
