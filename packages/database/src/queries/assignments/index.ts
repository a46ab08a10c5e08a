export type { AssignmentRow, AssignmentState, AssignmentTask } from './assignment.ts';
export * from './change-assignment.ts';
export * from './insert-assignment.ts';
export * from './list-assignments.ts';
