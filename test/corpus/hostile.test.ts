import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostileCases } from '../../packages/fetching/test/hostile-cases.ts';
import { reply, startRawServer } from '../../packages/fetching/test/raw-server.ts';
import { fetchArticle } from '../../services/crawler/src/page/fetch-article.ts';
import { checkSource } from '../../services/crawler/src/source/check-source.ts';
import { type Crawl, openCrawl } from '../../services/crawler/test/crawl.ts';
import {
  articlePage,
  fetcherFor,
  type OutletServer,
  rss,
  startOutlet,
} from '../../services/crawler/test/outlet-server.ts';
import { hostileListings } from './hostile-listings.ts';
import { hostilePages } from './hostile-pages.ts';

const MB = 1024 * 1024;
const bounds = { maxBytes: 4 * MB, maxDecodedBytes: 16 * MB };
/** Short where waiting is the point; long where a busy machine must not be taken for a slow server. */
const impatient = { ...bounds, timeoutMs: 1500, idleMs: 500 };
const patient = { ...bounds, timeoutMs: 20_000, idleMs: 10_000 };
/** The wire cases pour until the limit; a small one keeps them quick. */
const small = { maxBytes: MB, maxDecodedBytes: 4 * MB };

interface Counts {
  articles: number;
  versions: number;
  fetches: number;
  outlets: number;
  records: number;
}

/** Hostile answers against the stages of the real crawler, its database, archive and fetcher. */
describe('the hostile corpus', () => {
  let healthy: OutletServer;
  let crawl: Crawl;
  let healthySource: string;
  beforeAll(async () => {
    healthy = await startOutlet('127.0.0.3');
    crawl = await openCrawl({ fetcher: fetcherFor([healthy.origin]) });
    healthySource = await crawl.addSource({ url: `${healthy.origin}/tin.rss` });
  });
  afterAll(async () => {
    await crawl.close();
    await healthy.close();
  });

  async function count(): Promise<Counts> {
    const [row] = await crawl.rows<Counts>(
      `select (select count(*)::int from articles) as articles, (select count(*)::int from article_versions) as versions,
         (select count(*)::int from fetches) as fetches, (select count(*)::int from outlets) as outlets,
         (select count(*)::int from official_records) as records`,
    );
    if (row === undefined) throw new Error('no counts');
    return row;
  }
  const outcomesOf = async (column: 'source_id' | 'article_id', id: string) =>
    await crawl.rows<{ outcome: string; detail: string | null }>(
      `select outcome, detail from fetches where ${column} = $1 order by id`,
      id,
    );

  let serial = 0;
  /** A loopback address that no other case of this ledger uses: the port of a closed server may be given out again. */
  let hosts = 0;
  const ownHost = () => `127.0.9.${++hosts}`;
  /** An article at this address, as if a feed had listed it. */
  async function plant(url: string): Promise<{ sourceId: string; articleId: string }> {
    const sourceId = await crawl.addSource({ url: `${url}-nguon-${++serial}` });
    const [row] = await crawl.rows<{ id: string }>(
      `insert into articles (profile, outlet_id, source_id, origin, url, canonical_url, listed_title)
       select profile, outlet_id, id, 'domestic', $2, $3, 'Tin thử' from sources where id = $1 returning id`,
      sourceId,
      url,
      `${url}#${serial}`,
    );
    return { sourceId, articleId: row?.id ?? '' };
  }

  /** After whatever happened the next article of another outlet is found, fetched and stored. */
  async function expectNextToWork(): Promise<void> {
    const link = `/lanh-${++serial}`;
    healthy.pages.set('/tin.rss', rss([{ link, title: `Tin lành ${serial}` }]));
    healthy.pages.set(link, articlePage(`Tin lành ${serial}`, { extra: `Đoạn riêng số ${serial}.` }));
    const [articleId = ''] = await crawl.check(healthySource);
    expect(await crawl.fetch(articleId)).not.toBeNull();
  }

  it('holds at least sixty cases on the wire, and more in what arrives whole', () => {
    expect(hostileCases.length).toBeGreaterThanOrEqual(60);
    expect(hostilePages.length + hostileListings.length).toBeGreaterThanOrEqual(55);
  });

  describe('on the wire, as an article and as a source', () => {
    it.each(hostileCases)('$name: $expected', async ({ expected, answer, robots }) => {
      const server = await startRawServer((socket, request) => {
        if (request.path !== '/robots.txt') return answer(socket, request);
        return robots === undefined ? reply(socket, '404 Not Found', []) : robots(socket, request);
      }, ownHost());
      try {
        const limits = { ...(expected === 'timed-out' ? impatient : patient), ...small };
        const context = { ...crawl.context, fetcher: fetcherFor([server.origin], limits) };
        const address = `${server.origin}/a`;
        const { sourceId, articleId } = await plant(address);
        await crawl.database.pool.query("update sources set url = $2, kind = 'rss' where id = $1", [sourceId, address]);
        const before = await count();
        const stored = await fetchArticle(context, articleId);
        const [attempt, ...more] = await outcomesOf('article_id', articleId);
        expect(more).toEqual([]);
        if (expected === 'ok') expect(['fetched', 'unreadable', 'not-a-page']).toContain(attempt?.outcome);
        else expect(attempt?.outcome).toBe(expected);
        const versions = Array.isArray(stored) ? stored.length : 0;
        if (expected !== 'ok') expect(versions).toBe(0);
        expect(await count()).toEqual({ ...before, versions: before.versions + versions, fetches: before.fetches + 1 });

        await checkSource(context, sourceId);
        const listing = (await outcomesOf('source_id', sourceId)).at(-1);
        if (expected !== 'ok')
          expect(listing).toMatchObject({ outcome: expected, detail: expect.stringMatching(/^\p{Lu}/u) });
        expect((await count()).fetches).toBe(before.fetches + 2);
        expect((await count()).articles).toBe(before.articles);
      } finally {
        await server.close();
      }
      await expectNextToWork();
    });
  });

  describe('as a page that arrives whole', () => {
    it.each(hostilePages)('$name: $outcome', async ({ outcome, answer, stored }) => {
      const outlet = await startOutlet(ownHost());
      try {
        const path = `/hai-${++serial}`;
        outlet.pages.set(path, answer);
        outlet.pages.set('/', { body: '<html><body>Trang chủ</body></html>' });
        const context = { ...crawl.context, fetcher: fetcherFor([outlet.origin], patient) };
        const { articleId } = await plant(outlet.origin + path);
        const before = await count();
        const result = await fetchArticle(context, articleId);
        expect(result).toHaveLength(stored ? 1 : 0);
        const attempts = await outcomesOf('article_id', articleId);
        // Pages of one article each have their row; a failure has one.
        expect(attempts.at(-1)?.outcome).toBe(outcome);
        if (!stored) expect(attempts).toHaveLength(1);
        const after = await count();
        expect(after).toEqual({
          ...before,
          versions: before.versions + (stored ? 1 : 0),
          fetches: before.fetches + attempts.length,
        });
        expect(attempts.length).toBeLessThanOrEqual(13);
        const rows = await crawl.rows<{ canonical_url: string; title: string | null; body: string | null }>(
          'select a.canonical_url, v.title, v.body from articles a left join article_versions v on v.id = a.current_version_id where a.id = $1',
          articleId,
        );
        expect(rows[0]?.canonical_url).toMatch(/^http:\/\/127\.0\.9\.\d+:/);
        expect(rows[0]?.title?.length ?? 0).toBeLessThanOrEqual(1_000);
        expect(rows[0]?.body ?? '').not.toContain('\u0000');
      } finally {
        await outlet.close();
      }
      await expectNextToWork();
    });
  });

  describe('as a listing that arrives whole', () => {
    it.each(hostileListings)('$name: $outcome', async ({ kind, outcome, answer, found }) => {
      const outlet = await startOutlet(ownHost());
      try {
        const path = `/ds-${++serial}`;
        const body =
          typeof answer.body === 'string'
            ? answer.body.replaceAll('ORIGIN', outlet.origin).replaceAll('/LISTING', path)
            : answer.body;
        outlet.pages.set(path, { ...answer, ...(body === undefined ? {} : { body }) });
        const context = { ...crawl.context, fetcher: fetcherFor([outlet.origin], patient) };
        const sourceId = await crawl.addSource({ url: outlet.origin + path, kind });
        const before = await count();
        const fresh = await checkSource(context, sourceId);
        expect(fresh).toHaveLength(found);
        const attempts = await outcomesOf('source_id', sourceId);
        expect(attempts.at(-1)?.outcome).toBe(outcome);
        const after = await count();
        // A search may name outlets that are new.
        const outlets = kind === 'search-feed' ? after.outlets : before.outlets;
        expect(after).toEqual({
          ...before,
          outlets,
          articles: before.articles + found,
          fetches: before.fetches + attempts.length,
        });
        const [state] = await crawl.rows<{ consecutive_failures: number; alarm: string | null }>(
          'select consecutive_failures, alarm from sources where id = $1',
          sourceId,
        );
        const failed = outcome !== 'fetched';
        expect(state).toEqual({ consecutive_failures: failed ? 1 : 0, alarm: failed ? outcome : null });
      } finally {
        await outlet.close();
      }
      await expectNextToWork();
    });
  });
});
