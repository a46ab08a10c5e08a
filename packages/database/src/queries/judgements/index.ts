export * from './insert-claims.ts';
export * from './insert-judgement.ts';
export * from './insert-signals.ts';
export * from './list-item.ts';
export * from './mark-version-judged.ts';
export * from './raise-flag.ts';
export * from './save-item-places.ts';
