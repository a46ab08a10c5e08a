export * from './insert-audit-entry.ts';
