import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Crawl, openCrawl } from '../test/crawl.ts';

/** As when the host gate loses its database: the fetcher itself rejects. */
const broken = {
  fetch: async () => {
    throw new Error('cổng điều tiết mất kết nối\u0000');
  },
};

describe('a fault of our own', () => {
  let crawl: Crawl;
  beforeAll(async () => {
    crawl = await openCrawl({ fetcher: broken });
  });
  afterAll(() => crawl.close());

  it('counts as a failed check, is put off, and becomes an alarm by the third', async () => {
    const id = await crawl.addSource({ url: 'https://a.vn/tin.rss' });
    for (const failures of [1, 2, 3]) {
      await expect(crawl.check(id)).rejects.toThrow('cổng điều tiết');
      expect(
        await crawl.rows(
          "select consecutive_failures, next_check_at > now() + interval '5 minutes' as later, alarm from sources where id = $1",
          id,
        ),
      ).toEqual([{ consecutive_failures: failures, later: true, alarm: failures < 3 ? null : 'keeps-failing' }]);
    }
  });

  it('counts as an attempt at an article, which is set aside after six', async () => {
    const source = await crawl.addSource({ url: 'https://b.vn/tin.rss' });
    const [article] = await crawl.rows<{ id: string }>(
      `insert into articles (profile, outlet_id, source_id, origin, url, canonical_url)
       select profile, outlet_id, id, 'domestic', 'https://b.vn/1', 'https://b.vn/1' from sources where id = $1 returning id`,
      source,
    );
    for (let attempt = 0; attempt < 6; attempt++)
      await expect(crawl.fetch(article?.id ?? '')).rejects.toThrow('cổng điều tiết');
    expect(await crawl.rows('select state, attempts, last_failure from articles where id = $1', article?.id)).toEqual([
      { state: 'quarantined', attempts: 6, last_failure: expect.stringMatching(/^reading-failed: cổng điều tiết/) },
    ]);
  });
});
