export * from './change-flag-state.ts';
export * from './find-flag-case.ts';
export * from './find-flag-judgement.ts';
export * from './find-flags-resting-on.ts';
export type { FlagRow } from './flag.ts';
export * from './list-flag-signals.ts';
export * from './lock-flags.ts';
export * from './strike-signals.ts';
