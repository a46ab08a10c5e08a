import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBlobStore } from '@lamro/archive';
import { createHostGate, createRobotsCache, followHostDelays, openLedger } from '@lamro/database';
import { createFetcher } from '@lamro/fetching';
import { loadProfile } from '@lamro/profiles';
import { openServiceQueues } from '@lamro/queue';
import { runService } from '@lamro/runtime';
import { listen } from './server.ts';
import { registerProfileSources } from './site/profile-sources.ts';
import { openSite } from './site/site.ts';
import { storeProfiles } from './site/store-profiles.ts';
import { waysIn } from './site/ways-in.ts';

await runService('api', async (context) => {
  const { config, logger, metrics, health, shutdown } = context;
  const { AUTH_SECRET: secret, LAMRO_HOME: home } = config;
  if (secret === undefined)
    throw new Error('Thiếu AUTH_SECRET: hãy đặt cùng một chuỗi ngẫu nhiên từ 32 ký tự trở lên cho mọi nút api.');
  const profile = loadProfile(config.LAMRO_PROFILE);
  const listening = await listen(config.HOST, config.PORT, shutdown, { proxies: config.TRUSTED_PROXIES });
  const address = config.BASE_URL ?? `http://${config.HOST}:${listening.port}`;
  const { pool, url, queueUrl } = await openLedger(config, { applicationName: 'api', service: 'api', ...context });
  const queues = await openServiceQueues(queueUrl, context);
  await storeProfiles(pool);
  await registerProfileSources(pool, profile);
  const delays = await followHostDelays(pool, logger, shutdown);
  const fetcher = createFetcher({
    hostGate: createHostGate(pool),
    userAgent: 'LamRo/0.1',
    contact: config.CONTACT,
    robotsCache: createRobotsCache(pool),
    hostDelayMs: delays.delayMs,
  });
  const blobs = openBlobStore(config);
  const parts = {
    pool,
    databaseUrl: url,
    secret,
    address,
    home,
    fetcher,
    blobs,
    logger,
    metrics,
    operationsElsewhere: config.OPERATIONS_PORT !== undefined,
    health,
    ...waysIn(config, logger),
  };
  const site = openSite(parts, shutdown);
  const invitation = await site.identity.inviteFirstAdministrator(profile.id);
  if (invitation !== null) logger.warn({ file: keepInvitation(home, invitation) }, 'invitation of first administrator');
  const publicPages = config.PUBLIC_PAGES === 'on' ? { publicPages: { profile: profile.id } } : {};
  listening.use(site.answer({ queues, ...publicPages }));
  logger.info({ address, profile: profile.id }, 'listening');
});

/** The link makes whoever holds it administrator: it goes into a file that its owner alone may read, not into a log. */
function keepInvitation(home: string, link: string): string {
  const file = join(home, 'loi-moi-quan-tri.txt');
  mkdirSync(home, { recursive: true, mode: 0o700 });
  writeFileSync(file, `${link}\n`, { mode: 0o600 });
  return file;
}
