import { setTimeout as sleep } from 'node:timers/promises';
import { createHostGate } from '@lamro/database';
import { openQueues } from '@lamro/queue';
import { createLogger, createMetrics, createShutdown } from '@lamro/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Crawl, openCrawl } from '../test/crawl.ts';
import { articlePage, fetcherFor, type OutletServer, rss, startOutlet } from '../test/outlet-server.ts';
import { startCrawler } from './crawler.ts';

/** The crawler with its queue and workers. */
describe('startCrawler', () => {
  let slow: OutletServer;
  let quick: OutletServer;
  let crawl: Crawl;
  beforeAll(async () => {
    slow = await startOutlet('127.0.0.6');
    quick = await startOutlet('127.0.0.7');
    crawl = await openCrawl({ fetcher: fetcherFor([]) });
  });
  afterAll(async () => {
    await crawl.close();
    await slow.close();
    await quick.close();
  });

  const PATHS = Array.from({ length: 8 }, (_, n) => `/bai-${n}`);
  const stored = async (outlet: OutletServer) =>
    (
      await crawl.rows<{ count: number }>(
        "select count(*)::int as count from articles where state = 'fetched' and url like $1",
        `${outlet.origin}/%`,
      )
    )[0]?.count ?? 0;
  async function until(reached: () => Promise<boolean>): Promise<void> {
    while (!(await reached())) await sleep(50);
  }

  it('an outlet that hangs holds up no other, and its own articles come when it answers again', async () => {
    const held: (() => void)[] = [];
    for (const outlet of [slow, quick]) {
      outlet.pages.set('/tin.rss', rss(PATHS.map((link) => ({ link, title: `Tin ${link}` }))));
      for (const path of PATHS) {
        const page = articlePage(`Tin ${path} của ${outlet.origin}`, { extra: `Đoạn riêng ${path}.` });
        if (outlet === quick) outlet.pages.set(path, page);
        else
          outlet.pages.set(path, (_, response) => {
            held.push(() => response.writeHead(200, { 'content-type': 'text/html' }).end(page.body));
            return undefined;
          });
      }
      await crawl.addSource({ url: `${outlet.origin}/tin.rss` });
    }
    const logger = createLogger('test', 'silent');
    const queues = await openQueues({ kind: 'postgres', url: crawl.database.url }, logger);
    const shutdown = createShutdown(20_000);
    shutdown.on('connections', 'queues', () => queues.close());
    startCrawler(
      {
        ...crawl.context,
        queues,
        metrics: createMetrics(),
        fetcher: fetcherFor([slow.origin, quick.origin], {}, createHostGate(crawl.database.pool)),
        // Fewer workers than the hanging outlet has articles.
        concurrency: 4,
      },
      shutdown,
    );
    await queues.addMany(
      'check-source',
      (await crawl.rows<{ id: string }>('select id from sources order by id')).map(({ id }) => ({ sourceId: id })),
    );
    await until(async () => (await stored(quick)) === PATHS.length);
    expect(await stored(slow)).toBe(0);
    // One at a time: the rest wait for their turn.
    expect(held).toHaveLength(1);
    await until(async () => {
      held.splice(0).forEach((release) => void release());
      return (await stored(slow)) === PATHS.length;
    });
    expect((await shutdown.run()).failed).toEqual([]);
  });
});
