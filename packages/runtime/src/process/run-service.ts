import { type Config, loadConfig } from '../config/config.ts';
import { createHealth, type Health } from '../health/health.ts';
import { createLogger, type Logger } from '../logging/logger.ts';
import { createMetrics, type Metrics } from '../metrics/metrics.ts';
import { serveOperations } from '../operations/operations.ts';
import { createShutdown, type Shutdown } from '../shutdown/shutdown.ts';
import { startTracing, type TracingOptions } from '../tracing/tracing.ts';

export interface ServiceContext {
  readonly config: Config;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly health: Health;
  readonly shutdown: Shutdown;
}

/** Where tracing goes by the configuration. */
export function tracingOf(service: string, config: Config): TracingOptions {
  return { service, endpoint: config.OTEL_EXPORTER_OTLP_ENDPOINT, ratio: config.OTEL_TRACES_SAMPLER_ARG };
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
    const metrics = createMetrics();
    const health = createHealth();
    startTracing(tracingOf(name, config), shutdown);
    const standing = await openOperations(config, health, metrics, shutdown);
    if (standing !== null) logger.info({ operations: standing.port }, 'operations port open');
    await start({ config, logger, metrics, health, shutdown });
    if (standing !== null) standing.started = true;
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

/** Opens the port of operations before anything else: a start that takes long is then seen as such, not as a death. */
async function openOperations(
  config: Config,
  health: Health,
  metrics: Metrics,
  shutdown: Shutdown,
): Promise<{ port: number; started: boolean } | null> {
  const { HOST: host, OPERATIONS_PORT: wanted } = config;
  if (wanted === undefined) return null;
  const standing = { port: await serveOperations({ host, port: wanted, health, metrics }, shutdown), started: false };
  let stopping = false;
  shutdown.on('intake', 'readiness', () => {
    stopping = true;
  });
  health.add('start', () => ({
    ok: standing.started && !stopping,
    detail: stopping ? 'đang dừng' : standing.started ? 'đã khởi động' : 'đang khởi động',
  }));
  return standing;
}
