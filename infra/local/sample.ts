import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { inTransaction, type Pool, saveOutlet, saveSource } from '@lamro/database';
import { type Newsroom, startNewsroom } from '@lamro/newsroom';
import { z } from 'zod';
import type { Home } from './home.ts';

/** The sample keeps its port and its day, so that a second start meets the same articles at the same addresses. */
const placeSchema = z.object({ port: z.number().int().positive(), now: z.iso.datetime({ offset: true }) });

const FIRST_ADDRESS = '127.0.0.11';
const SAMPLE_INTERVAL_SECONDS = 30;

/** Starts the sample press where the first start left it. */
export async function startSample(home: Home): Promise<Newsroom> {
  const file = home.path('sample-press.json');
  const place = existsSync(file)
    ? placeSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
    : { port: await freePort(), now: new Date().toISOString() };
  writeFileSync(file, `${JSON.stringify(place)}\n`, { mode: 0o600 });
  return startNewsroom({ now: new Date(place.now), port: place.port });
}

/** Registers the sample outlets as the sources of a profile. */
export async function registerSample(pool: Pool, profile: string, newsroom: Newsroom): Promise<void> {
  await inTransaction(pool, async (client) => {
    for (const source of newsroom.sources()[profile] ?? []) {
      const outletId = await saveOutlet(client, {
        profile,
        name: source.name,
        country: source.country,
        language: source.language,
        homeUrl: new URL('/', source.url).href,
        official: source.kind === 'portal',
      });
      await saveSource(client, {
        profile,
        outletId,
        kind: source.kind,
        url: source.url,
        language: source.language,
        country: source.country,
        // Records first: an article that contradicts one is flagged as soon as it is read.
        priority: source.kind === 'portal' ? 1 : 5,
        verified: true,
        intervalSeconds: SAMPLE_INTERVAL_SECONDS,
        settings: source.recordsUrl === undefined ? {} : { recordsUrl: source.recordsUrl },
      });
    }
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, FIRST_ADDRESS, () => {
      const address = probe.address();
      probe.close(() =>
        address !== null && typeof address === 'object'
          ? resolve(address.port)
          : reject(new Error('không có cổng trống')),
      );
    });
  });
}
