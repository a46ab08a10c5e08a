export * from './flagged-article.ts';
export * from './memory-blobs.ts';
export * from './model/index.ts';
export * from './pending-version.ts';
export * from './redis-server.ts';
export * from './test-database.ts';
export * from './totp.ts';
