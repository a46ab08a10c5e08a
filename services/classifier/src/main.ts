import { openLedger } from '@lamro/database';
import { openModels } from '@lamro/models';
import { openServiceQueues } from '@lamro/queue';
import { runService } from '@lamro/runtime';
import { startClassifier } from './classifier.ts';

await runService('classifier', async (context) => {
  const { config, logger, metrics, health, shutdown } = context;
  const { pool, queueUrl } = await openLedger(config, {
    applicationName: 'classifier',
    service: 'classifier',
    logger,
    health,
    shutdown,
  });
  const queues = await openServiceQueues(queueUrl, context);
  const { CLASSIFY_CONCURRENCY: concurrency, LAMRO_PROFILE: profile } = config;
  const models = openModels({ folder: config.MODELS_DIR });
  shutdown.on('connections', 'models', () => models.close());
  health.add('models', () => models.health());
  await startClassifier({ pool, queues, logger, metrics, profiles: [profile], concurrency, models }, shutdown);
});
