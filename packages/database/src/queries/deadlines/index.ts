export * from './cancel-deadlines.ts';
export * from './cancel-task-deadlines.ts';
export type { DeadlineRow } from './deadline.ts';
export * from './extend-deadline.ts';
export * from './insert-deadline.ts';
export * from './list-case-deadlines.ts';
export * from './meet-deadline.ts';
export * from './meet-deadlines.ts';
