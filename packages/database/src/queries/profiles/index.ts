export * from './list-profile-ids.ts';
export * from './save-agencies.ts';
export * from './save-profile.ts';
