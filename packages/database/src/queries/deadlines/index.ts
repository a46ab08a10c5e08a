export * from './cancel-deadlines.ts';
export * from './insert-deadline.ts';
export * from './meet-deadlines.ts';
