export * from './insert-audit-entry.ts';
export * from './list-audit-entries.ts';
