export * from './save-agencies.ts';
export * from './save-profile.ts';
