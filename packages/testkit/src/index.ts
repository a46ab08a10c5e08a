export * from './flagged-article.ts';
export * from './model/index.ts';
export * from './pending-version.ts';
export * from './test-database.ts';
