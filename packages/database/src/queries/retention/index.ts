export * from './drop-expired-partitions.ts';
export * from './keep-partitions-ahead.ts';
export * from './list-missing-partitions.ts';
export * from './prune-rows.ts';
export * from './set-retention.ts';
export * from './view-retention.ts';
