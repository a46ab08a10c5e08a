import { createHostDelays } from '@lamro/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Crawl, openCrawl } from '../../test/crawl.ts';
import { fetcherFor } from '../../test/outlet-server.ts';

describe('createHostDelays', () => {
  let crawl: Crawl;
  beforeAll(async () => {
    crawl = await openCrawl({ fetcher: fetcherFor([]) });
  });
  afterAll(() => crawl.close());

  it('gives the longest spacing that a source of the host sets, and follows changes', async () => {
    await crawl.addSource({ url: 'https://a.vn/1', settings: { hostDelaySeconds: 20 } });
    const slow = await crawl.addSource({ url: 'https://a.vn/2', settings: { hostDelaySeconds: 60 } });
    await crawl.addSource({ url: 'https://b.vn/1', settings: { hostDelaySeconds: 'nhanh' } });
    const delays = createHostDelays(crawl.database.pool);
    await delays.refresh();
    expect([delays.delayMs('a.vn'), delays.delayMs('b.vn')]).toEqual([60_000, null]);
    await crawl.database.pool.query('update sources set enabled = false where id = $1', [slow]);
    await delays.refresh();
    expect(delays.delayMs('a.vn')).toBe(20_000);
  });
});
