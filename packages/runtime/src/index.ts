export * from './config/config.ts';
export * from './health/health.ts';
export * from './logging/log-file.ts';
export * from './logging/logger.ts';
export * from './metrics/metrics.ts';
export * from './process/run-service.ts';
export * from './shutdown/shutdown.ts';
