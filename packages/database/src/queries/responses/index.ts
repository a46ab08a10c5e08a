export * from './change-response-states.ts';
export * from './insert-response.ts';
export * from './insert-response-comment.ts';
export * from './list-responses.ts';
export * from './mark-response-public.ts';
export type { ResponseRow } from './response.ts';
