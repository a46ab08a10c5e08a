export * from './lock-row-version.ts';
