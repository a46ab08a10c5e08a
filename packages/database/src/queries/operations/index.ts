export * from './measure-backlog.ts';
export * from './measure-deadlines.ts';
export * from './measure-flags.ts';
export * from './measure-sources.ts';
