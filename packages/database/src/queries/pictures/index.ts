export * from './find-lead-picture.ts';
export * from './save-lead-picture.ts';
