export * from './cancel-outlet-checks.ts';
export * from './confirm-outcome.ts';
export * from './find-outlet-check.ts';
export * from './list-outlet-checks.ts';
export type { OutletCheckRow } from './outlet-check.ts';
export * from './propose-outcome.ts';
export * from './schedule-outlet-checks.ts';
