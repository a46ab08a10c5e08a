export * from './find-due-rechecks.ts';
export * from './find-looked-at.ts';
export * from './find-recheck.ts';
export * from './finish-recheck.ts';
export * from './postpone-recheck.ts';
