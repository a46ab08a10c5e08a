import type { Config, Health, Logger, Metrics, Shutdown } from '@lamro/runtime';
import { chooseBackend } from './choose-backend.ts';
import { openQueues, type Queues } from './queue.ts';

export interface ServiceUse {
  readonly config: Pick<Config, 'REDIS_URL' | 'OTEL_EXPORTER_OTLP_ENDPOINT'>;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly health: Health;
  readonly shutdown: Shutdown;
}

/**
 * Opens the queues of a service by its configuration: they say how they are, are seen in metrics and traces, and close
 * with the shutdown phase `connections`.
 */
export async function openServiceQueues(databaseUrl: string, use: ServiceUse): Promise<Queues> {
  const { config, logger, metrics, health, shutdown } = use;
  const tracing = config.OTEL_EXPORTER_OTLP_ENDPOINT !== undefined;
  const queues = await openQueues(chooseBackend(databaseUrl, config.REDIS_URL), logger, { metrics, health, tracing });
  shutdown.on('connections', 'queues', () => queues.close());
  health.add('queue', async () => ({ ok: true, detail: await queues.describe() }));
  return queues;
}
