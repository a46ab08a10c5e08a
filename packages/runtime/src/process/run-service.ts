import { type Config, loadConfig } from '../config/config.ts';
import { createHealth, type Health } from '../health/health.ts';
import { createLogger, type Logger } from '../logging/logger.ts';
import { createMetrics, type Metrics } from '../metrics/metrics.ts';
import { createShutdown, type Shutdown } from '../shutdown/shutdown.ts';

export interface ServiceContext {
  readonly config: Config;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly health: Health;
  readonly shutdown: Shutdown;
}

const SHUTDOWN_WITHIN_MS = 25_000;

/**
 * Runs a service until it is told to stop, then ends it in order. A service that cannot start says why in one line and
 * ends with code 1.
 *
 * @param start wires packages together; registers what must be stopped with the shutdown
 */
export async function runService(name: string, start: (context: ServiceContext) => Promise<void>): Promise<void> {
  const shutdown = createShutdown(SHUTDOWN_WITHIN_MS);
  const stopped = Promise.withResolvers<void>();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopped.resolve());
  let code = 0;
  try {
    const config = loadConfig();
    const logger = createLogger(name, config.LOG_LEVEL);
    await start({ config, logger, metrics: createMetrics(), health: createHealth(), shutdown });
    logger.info('started');
    await stopped.promise;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    code = 1;
  }
  const report = await shutdown.run();
  for (const task of report.failed) process.stderr.write(`Chưa dừng gọn: ${task.name} (${task.reason})\n`);
  process.exit(code === 0 && report.failed.length > 0 ? 1 : code);
}
