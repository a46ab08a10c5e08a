export { createDesk } from './desk/desk.ts';
export type { DeskOptions } from './desk/options.ts';
export type { DeskEnv } from './desk/view.ts';
