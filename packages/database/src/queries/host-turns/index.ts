export * from './host-gate.ts';
