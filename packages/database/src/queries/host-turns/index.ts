export * from './host-gate.ts';
export * from './robots-cache.ts';
