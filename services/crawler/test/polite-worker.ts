// One crawling process of a politeness test: fetches pages of one host through the gate and the robots cache of a database.
import { createHostGate, createPool, createRobotsCache } from '@lamro/database';
import { createFetcher } from '@lamro/fetching';

const [url = '', origin = '', delay = '0', ...paths] = process.argv.slice(2);
const pool = createPool({ connectionString: url, applicationName: 'polite-worker' });
const fetcher = createFetcher({
  hostGate: createHostGate(pool),
  robotsCache: createRobotsCache(pool),
  userAgent: 'LamRo/0.1',
  contact: 'https://example.vn/lam-ro',
  loopbackOrigins: [origin],
  limits: { hostDelayMs: Number(delay) },
});
const outcomes = await Promise.all(paths.map((path) => fetcher.fetch({ url: origin + path })));
await pool.end();
process.exitCode = outcomes.every((outcome) => outcome.ok) ? 0 : 1;
