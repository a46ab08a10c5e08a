export type { BackendChoice } from './backend.ts';
export * from './choose-backend.ts';
export * from './pipeline.ts';
export * from './queue.ts';
export * from './queues.ts';
export * from './reconciler.ts';
export { openServiceQueues, type ServiceUse } from './service-queues.ts';
