export * from './find-filter-feed.ts';
export * from './list-filter-feeds.ts';
export * from './open-filter-feed.ts';
export * from './revoke-filter-feed.ts';
