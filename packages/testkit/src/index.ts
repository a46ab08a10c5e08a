export * from './flagged-article.ts';
export * from './model/index.ts';
export * from './test-database.ts';
