import { openBlobStore } from '@lamro/archive';
import { createTracking } from '@lamro/casework';
import { findWebhookSecrets, openLedger } from '@lamro/database';
import { webhookChannel } from '@lamro/delivery';
import { systemClock } from '@lamro/domain';
import { createSender } from '@lamro/fetching';
import { loadProfile } from '@lamro/profiles';
import { openServiceQueues } from '@lamro/queue';
import { runService } from '@lamro/runtime';
import { startDispatcher } from './dispatcher.ts';
import { mailChannel } from './notice/mail-settings.ts';

await runService('dispatcher', async (context) => {
  const { config, logger, metrics, health, shutdown } = context;
  const { pool, queueUrl } = await openLedger(config, {
    applicationName: 'dispatcher',
    service: 'dispatcher',
    logger,
    health,
    shutdown,
  });
  const queues = await openServiceQueues(queueUrl, context);
  const casework = createTracking({
    pool,
    profiles: loadProfile,
    clock: systemClock,
    ...(config.BRIEFING_AT === undefined ? {} : { briefingAt: config.BRIEFING_AT }),
  });
  const deskUrl = config.BASE_URL ?? `http://${config.HOST}:${config.PORT}`;
  const email = mailChannel(config.SMTP_URL, config.MAIL_FROM);
  const sender = createSender({ userAgent: 'LamRo/0.1', contact: config.CONTACT });
  const webhook = webhookChannel({
    sender,
    secretsOf: (address) => findWebhookSecrets(pool, address, systemClock.now()),
  });
  const blobStore = openBlobStore(config);
  const ways = { email, webhook, deskUrl, mailHost: new URL(deskUrl).hostname, blobStore };
  startDispatcher(
    { pool, queues, logger, metrics, clock: systemClock, casework, delivery: { ways, profiles: loadProfile } },
    shutdown,
  );
});
