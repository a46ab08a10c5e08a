import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Crawl, openCrawl, PROFILE } from '../../test/crawl.ts';
import { articlePage, fetcherFor, type OutletServer, rss, startOutlet } from '../../test/outlet-server.ts';
import { recheckArticle } from './recheck-article.ts';

describe('recheckArticle', () => {
  let outlet: OutletServer;
  let crawl: Crawl;
  beforeAll(async () => {
    outlet = await startOutlet();
    crawl = await openCrawl({ fetcher: fetcherFor([outlet.origin]) });
  });
  afterAll(async () => {
    await crawl.close();
    await outlet.close();
  });

  /** An article that was read once and is to be looked at again. @returns the look's id */
  async function planCheck(path: string): Promise<string> {
    outlet.pages.set(path, articlePage(`Bài ở ${path}`, { extra: 'Một đoạn về công trình đang thi công.' }));
    outlet.pages.set(`${path}.rss`, rss([{ link: path, title: path }]));
    const [id = ''] = await crawl.check(await crawl.addSource({ url: `${outlet.origin}${path}.rss` }));
    await crawl.fetch(id);
    const { rows } = await crawl.database.pool.query<{ id: string }>(
      `with made as (
         insert into cases (profile, number, title, origin, route, opened_by) values ($1, $2, $2, 'domestic', '{}', 'c') returning id
       )
       insert into outlet_checks (profile, case_id, article_id, due_at, before_version_id)
       select $1, made.id, a.id, now(), a.current_version_id from made, articles a where a.id = $3 returning id`,
      [PROFILE, path, id],
    );
    return rows[0]?.id ?? '';
  }
  const stateOf = async (check: string) =>
    (
      await crawl.rows<{ read: boolean; attempts: number; last_failure: string | null }>(
        'select checked_at is not null as read, attempts, last_failure from outlet_checks where id = $1',
        check,
      )
    )[0];

  it.each([503, 403])(
    'an outlet that answers %i again and again has not answered whether it changed anything',
    async (status) => {
      const check = await planCheck(`/cham-${status}`);
      outlet.pages.set(`/cham-${status}`, { status });
      for (let tries = 1; tries <= 7; tries++) {
        await crawl.rows("update outlet_checks set due_at = now() - interval '1 day' where id = $1", check);
        await recheckArticle(crawl.context, check);
        expect(await stateOf(check)).toMatchObject({
          read: false,
          attempts: tries,
          last_failure: expect.stringMatching(/./),
        });
      }
    },
  );

  it.each([
    ['a page that is gone', { status: 410 }],
    ['a page that did not change', null],
  ])('%s is an answer', async (_, answer) => {
    const path = `/tra-loi-${answer?.status ?? 'nguyen'}`;
    const check = await planCheck(path);
    if (answer !== null) outlet.pages.set(path, answer);
    expect(await recheckArticle(crawl.context, check)).toEqual([]);
    expect(await stateOf(check)).toMatchObject({ read: true, last_failure: null });
  });

  it('is not taken before its day, nor in the pause after a failure, whatever job asks for it', async () => {
    const check = await planCheck('/chua-toi-ngay');
    const asked = outlet.asked.length;
    await crawl.rows("update outlet_checks set due_at = now() + interval '1 hour' where id = $1", check);
    expect(await recheckArticle(crawl.context, check)).toEqual([]);
    await crawl.rows('update outlet_checks set due_at = now(), attempts = 2 where id = $1', check);
    expect(await recheckArticle(crawl.context, check)).toEqual([]);
    expect(await stateOf(check)).toMatchObject({ read: false, attempts: 2, last_failure: null });
    expect(outlet.asked.length).toBe(asked);
  });
});
