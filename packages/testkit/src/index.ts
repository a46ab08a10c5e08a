export * from './flagged-article.ts';
export * from './test-database.ts';
