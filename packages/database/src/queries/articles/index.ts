export * from './discover-articles.ts';
export * from './find-article.ts';
export * from './find-case-candidate.ts';
export * from './find-due-articles.ts';
export * from './mark-article-fetched.ts';
export * from './postpone-article.ts';
export * from './rename-article.ts';
