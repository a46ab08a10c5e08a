import type { Fetcher } from '@lamro/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Crawl, openCrawl } from '../../test/crawl.ts';
import { articlePage, fetcherFor, type OutletServer, startOutlet } from '../../test/outlet-server.ts';

const REDIRECTOR = 'https://news.google.com';

/** Stands in for the name service only: the redirector's name leads to a server on loopback, and its answers bear its name. */
function named(fetcher: Fetcher, origin: string): Fetcher {
  return {
    fetch: async (request, signal) => {
      if (!request.url.startsWith(REDIRECTOR)) return fetcher.fetch(request, signal);
      const outcome = await fetcher.fetch({ ...request, url: request.url.replace(REDIRECTOR, origin) }, signal);
      return outcome.ok ? { ...outcome, url: outcome.url.replace(origin, REDIRECTOR) } : outcome;
    },
  };
}

describe('pages of a redirector that sends a browser on by script', () => {
  let outlet: OutletServer;
  let redirector: OutletServer;
  let crawl: Crawl;
  let listed: string[];
  const links = ['script', 'data', 'refresh', 'hidden', 'inside'].map(
    (name) => `${REDIRECTOR}/rss/articles/AU_yqLMmnopqrstuvwxyz-${name}?oc=5`,
  );
  const answers = (address: string) => [
    `<html><body><script>window.location.replace("${address.replaceAll('/', '\\/')}")</script></body></html>`,
    `<html><body><c-wiz data-n-au="${address}?a=1&amp;b=2"></c-wiz></body></html>`,
    `<html><head><meta http-equiv="refresh" content="0; url=${address}"></head></html>`,
    '<html><body><script>boq.go()</script><noscript>Bật JavaScript</noscript></body></html>',
    '<script>location.href="http://169.254.169.254/latest/meta-data/"</script>',
  ];

  beforeAll(async () => {
    [outlet, redirector] = await Promise.all([startOutlet(), startOutlet('127.0.0.2')]);
    crawl = await openCrawl({ fetcher: named(fetcherFor([outlet.origin, redirector.origin]), redirector.origin) });
    const item = (link: string, index: number) =>
      `<item><title>Tin ${index} của tỉnh - Báo Gốc</title><link>${link}</link><source url="${outlet.origin}">Báo Gốc</source></item>`;
    outlet.pages.set('/search', {
      headers: { 'content-type': 'application/xml' },
      body: `<rss version="2.0"><channel><title>q</title>${links.map(item).join('')}</channel></rss>`,
    });
    for (const [index, link] of links.entries()) {
      const address = `${outlet.origin}/bai-${index}.html`;
      outlet.pages.set(
        `/bai-${index}.html`,
        articlePage(`Bài gốc thứ ${index}`, { extra: `Đoạn riêng thứ ${index}.` }),
      );
      redirector.pages.set(URL.parse(link)?.pathname ?? '', { body: answers(address)[index] ?? '' });
    }
    listed = await crawl.check(await crawl.addSource({ url: `${outlet.origin}/search`, kind: 'search-feed' }));
  });
  afterAll(async () => {
    await crawl.close();
    await Promise.all([outlet.close(), redirector.close()]);
  });

  it.each([
    [0, 'script'],
    [1, 'data attribute'],
    [2, 'refresh'],
  ])('%i: the article behind a %s is stored under its own address, both requests on record', async (index) => {
    const id = listed[index] ?? '';
    expect(await crawl.fetch(id)).not.toBeNull();
    const address = `${outlet.origin}/bai-${index}.html`;
    expect(
      await crawl.rows(
        `select a.state, v.title, split_part(a.canonical_url, '?', 1) as address from articles a
         join article_versions v on v.article_id = a.id where a.id = $1`,
        id,
      ),
    ).toEqual([{ state: 'fetched', title: `Bài gốc thứ ${index}`, address }]);
    const attempts = await crawl.rows<{ outcome: string; url: string }>(
      'select outcome, url from fetches where article_id = $1 order by id',
      id,
    );
    expect(attempts.map(({ outcome }) => outcome)).toEqual(['fetched', 'fetched']);
    expect(redirector.asked).toContain(URL.parse(links[index] ?? '')?.pathname.concat('?oc=5'));
  });

  it('one that hides its address costs one typed failure and is asked again later', async () => {
    const id = listed[3] ?? '';
    expect(await crawl.fetch(id)).toBeNull();
    expect(await crawl.rows('select state, attempts, last_failure from articles where id = $1', id)).toEqual([
      { state: 'discovered', attempts: 1, last_failure: expect.stringMatching(/^redirector-unresolved: /) },
    ]);
  });

  it('one that leads to an address inside is refused like any other', async () => {
    const id = listed[4] ?? '';
    expect(await crawl.fetch(id)).toBeNull();
    expect(await crawl.rows('select state, last_failure from articles where id = $1', id)).toEqual([
      { state: 'quarantined', last_failure: expect.stringMatching(/^address-refused: /) },
    ]);
  });
});
