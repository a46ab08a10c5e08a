export * from './blank-case-text.ts';
export * from './erase-account.ts';
