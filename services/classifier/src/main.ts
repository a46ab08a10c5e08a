import { openLedger } from '@lamro/database';
import { openModels } from '@lamro/models';
import { chooseBackend, openQueues } from '@lamro/queue';
import { runService } from '@lamro/runtime';
import { startClassifier } from './classifier.ts';

await runService('classifier', async ({ config, logger, metrics, health, shutdown }) => {
  const { pool, queueUrl } = await openLedger(config, {
    applicationName: 'classifier',
    service: 'classifier',
    logger,
    health,
    shutdown,
  });
  const queues = await openQueues(chooseBackend(queueUrl, config.REDIS_URL), logger);
  shutdown.on('connections', 'queues', () => queues.close());
  health.add('queue', async () => ({ ok: true, detail: await queues.describe() }));
  const { CLASSIFY_CONCURRENCY: concurrency, LAMRO_PROFILE: profile } = config;
  const models = openModels({ folder: config.MODELS_DIR });
  shutdown.on('connections', 'models', () => models.close());
  health.add('models', () => models.health());
  await startClassifier({ pool, queues, logger, metrics, profiles: [profile], concurrency, models }, shutdown);
});
