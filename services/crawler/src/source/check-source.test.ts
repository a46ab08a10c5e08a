import { ensureOutlet } from '@lamro/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Crawl, openCrawl, PROFILE } from '../../test/crawl.ts';
import { articlePage, fetcherFor, type OutletServer, rss, startOutlet } from '../../test/outlet-server.ts';

interface SourceState {
  alarm: string | null;
  alarm_detail: string | null;
  consecutive_failures: number;
  validators_lie: boolean;
  usual_gap_seconds: number | null;
  wait: number;
}

describe('checkSource', () => {
  let outlet: OutletServer;
  let crawl: Crawl;
  const clock = { at: new Date(), now: () => clock.at };
  beforeAll(async () => {
    outlet = await startOutlet();
    crawl = await openCrawl({ fetcher: fetcherFor([outlet.origin]), clock });
  });
  afterAll(async () => {
    await crawl.close();
    await outlet.close();
  });
  beforeEach(() => {
    outlet.asked.length = 0;
    clock.at = new Date();
  });

  const recent = (link: string, title = 'Tin') => ({ link, title, at: new Date().toUTCString() });
  async function state(id: string): Promise<SourceState> {
    const [row] = await crawl.rows<SourceState>(
      `select alarm, alarm_detail, consecutive_failures, validators_lie, usual_gap_seconds,
         extract(epoch from next_check_at - now())::float8 as wait from sources where id = $1`,
      id,
    );
    if (row === undefined) throw new Error('no source');
    return row;
  }
  async function lastOutcome(id: string): Promise<string | undefined> {
    const rows = await crawl.rows<{ outcome: string }>(
      'select outcome from fetches where source_id = $1 order by id desc limit 1',
      id,
    );
    return rows[0]?.outcome;
  }

  it('lists each article once, whatever address it is listed under', async () => {
    const id = await crawl.addSource({ url: `${outlet.origin}/once.rss` });
    outlet.pages.set(
      '/once.rss',
      rss([recent('/mot?utm_source=rss'), recent('/mot#binh-luan'), recent('/amp/mot'), recent('/hai')]),
    );
    expect(await crawl.check(id)).toHaveLength(2);
    outlet.pages.set('/once.rss', rss([recent('/mot?fbclid=1'), recent('/hai'), recent('/ba')]));
    expect(await crawl.check(id)).toHaveLength(1);
  });

  describe('alarms', () => {
    it('a feed that stopped years ago', async () => {
      const id = await crawl.addSource({ url: `${outlet.origin}/stopped.rss` });
      outlet.pages.set('/stopped.rss', rss([{ link: '/cu', title: 'Cũ', at: 'Mon, 04 Mar 2019 08:00:00 +0700' }]));
      await crawl.check(id);
      expect(await state(id)).toMatchObject({ alarm: 'stopped', alarm_detail: expect.stringContaining('4/3/19') });
      // The same answer again is no reason to call it well.
      await crawl.check(id);
      expect((await state(id)).alarm).toBe('stopped');
    });

    it('a script wall, also when it answers the same bytes with a validator again', async () => {
      const id = await crawl.addSource({ url: `${outlet.origin}/wall.rss` });
      outlet.pages.set('/wall.rss', {
        headers: { etag: '"wall"' },
        body: '<html><body><script>document.cookie="D1N=7f3a";window.location.reload(true);</script></body></html>',
      });
      await crawl.check(id);
      await crawl.check(id);
      expect(await state(id)).toMatchObject({ alarm: 'script-wall', consecutive_failures: 2 });
      expect(await lastOutcome(id)).toBe('script-wall');
      expect(outlet.requests.at(-1)?.headers['if-none-match']).toBeUndefined();
    });

    it('a feed that is always empty, after three looks; one that turned empty has another name', async () => {
      const always = await crawl.addSource({ url: `${outlet.origin}/empty.rss` });
      outlet.pages.set('/empty.rss', rss([]));
      await crawl.check(always);
      await crawl.check(always);
      expect((await state(always)).alarm).toBeNull();
      await crawl.check(always);
      expect((await state(always)).alarm).toBe('always-empty');

      const turned = await crawl.addSource({ url: `${outlet.origin}/turned.rss` });
      outlet.pages.set('/turned.rss', rss([recent('/t1')]));
      await crawl.check(turned);
      outlet.pages.set('/turned.rss', rss([]));
      for (const _ of [1, 2, 3]) await crawl.check(turned);
      expect((await state(turned)).alarm).toBe('turned-empty');
      outlet.pages.set('/turned.rss', rss([recent('/t2')]));
      await crawl.check(turned);
      expect((await state(turned)).alarm).toBeNull();
    });

    it('a redirect loop that wants a session cookie, at once', async () => {
      const id = await crawl.addSource({ url: `${outlet.origin}/loop.rss` });
      outlet.pages.set('/loop.rss', { status: 302, headers: { location: '/loop.rss', 'set-cookie': 's=1' } });
      await crawl.check(id);
      expect(await state(id)).toMatchObject({ alarm: 'redirect-loop', consecutive_failures: 1 });
    });

    it('a page that is gone, after three failures, with the wait doubled each time', async () => {
      const id = await crawl.addSource({ url: `${outlet.origin}/gone.rss`, intervalSeconds: 600 });
      await crawl.check(id);
      const first = await state(id);
      expect(first).toMatchObject({ alarm: null, consecutive_failures: 1 });
      expect(first.wait).toBeGreaterThan(1_000);
      await crawl.check(id);
      await crawl.check(id);
      const third = await state(id);
      expect(third.alarm).toBe('gone');
      expect(third.wait).toBeGreaterThan(4_000);
    });

    it('silence against its own habit, never a quiet night', async () => {
      const id = await crawl.addSource({ url: `${outlet.origin}/quiet.rss` });
      outlet.pages.set('/quiet.rss', rss([recent('/q1')]));
      await crawl.check(id);
      await crawl.database.pool.query("update sources set last_new_item_at = now() - interval '1 hour' where id = $1", [
        id,
      ]);
      outlet.pages.set('/quiet.rss', rss([recent('/q1'), recent('/q2')]));
      await crawl.check(id);
      expect((await state(id)).usual_gap_seconds).toBeCloseTo(3_600, -2);
      clock.at = new Date(Date.now() + 12 * 3_600_000);
      await crawl.check(id);
      expect((await state(id)).alarm).toBeNull();
      clock.at = new Date(Date.now() + 4 * 86_400_000);
      await crawl.check(id);
      expect((await state(id)).alarm).toBe('quiet');
    });

    it('robots.txt that refuses', async () => {
      const closed = await startOutlet('127.0.0.2');
      try {
        closed.pages.set('/robots.txt', {
          headers: { 'content-type': 'text/plain' },
          body: 'User-agent: *\nDisallow: /',
        });
        const strict = await openCrawl({ fetcher: fetcherFor([closed.origin]) });
        const id = await strict.addSource({ url: `${closed.origin}/tin.rss` });
        await strict.check(id);
        expect(await strict.rows('select alarm from sources')).toEqual([{ alarm: 'robots-refused' }]);
        expect(closed.asked).toEqual([]);
        await strict.close();
      } finally {
        await closed.close();
      }
    });
  });

  describe('conditional requests', () => {
    it('send the validators back and take 304 for an answer', async () => {
      const id = await crawl.addSource({ url: `${outlet.origin}/honest.rss` });
      outlet.pages.set('/honest.rss', (request) =>
        request.headers['if-none-match'] === '"1"'
          ? { status: 304, headers: { etag: '"1"' } }
          : { ...rss([recent('/h1')]), headers: { etag: '"1"' } },
      );
      await crawl.check(id);
      await crawl.check(id);
      expect(await lastOutcome(id)).toBe('not-modified');
    });

    it('a server that lies is found out by the sixth look and asked unconditionally from then on', async () => {
      const id = await crawl.addSource({ url: `${outlet.origin}/liar.rss` });
      const listed = [recent('/l1')];
      outlet.pages.set('/liar.rss', (request) =>
        request.headers['if-none-match'] === undefined
          ? { ...rss(listed), headers: { etag: '"same"', 'content-type': 'application/rss+xml' } }
          : { status: 304, headers: { etag: '"same"' } },
      );
      await crawl.check(id);
      listed.push(recent('/l2'));
      const found: number[] = [];
      for (const _ of [1, 2, 3, 4, 5, 6]) found.push((await crawl.check(id)).length);
      expect(found).toEqual([0, 0, 0, 0, 0, 1]);
      expect((await state(id)).validators_lie).toBe(true);
      listed.push(recent('/l3'));
      expect(await crawl.check(id)).toHaveLength(1);
    });
  });

  it('waits as long as Retry-After and max-age ask', async () => {
    const busy = await crawl.addSource({ url: `${outlet.origin}/busy.rss`, intervalSeconds: 300 });
    outlet.pages.set('/busy.rss', { status: 503, headers: { 'retry-after': '7000' } });
    await crawl.check(busy);
    expect((await state(busy)).wait).toBeGreaterThan(6_900);

    const fresh = await crawl.addSource({ url: `${outlet.origin}/fresh.rss`, intervalSeconds: 300 });
    const answer = rss([recent('/f1')]);
    outlet.pages.set('/fresh.rss', { ...answer, headers: { ...answer.headers, 'cache-control': 'max-age=5000' } });
    await crawl.check(fresh);
    expect((await state(fresh)).wait).toBeGreaterThan(4_900);
  });

  it('attributes what a search finds to who printed it, and resolves its redirector by request', async () => {
    const id = await crawl.addSource({ url: `${outlet.origin}/search`, kind: 'search-feed' });
    const known = await crawl.addSource({ url: `${outlet.origin}/own.rss` });
    const item = (title: string, link: string, name: string, url: string) =>
      `<item><title>${title} - ${name}</title><link>${link}</link><source url="${url}">${name}</source></item>`;
    outlet.pages.set('/search', {
      headers: { 'content-type': 'application/xml' },
      body: `<rss version="2.0"><channel><title>q</title>${item('Một', `${outlet.origin}/di-1`, 'Tên khác', outlet.origin)}${item('Hai', 'https://a.cn/x', 'Nhật báo A', 'https://www.a.cn')}</channel></rss>`,
    });
    outlet.pages.set('/di-1', { status: 302, headers: { location: '/bai-that.html' } });
    outlet.pages.set('/bai-that.html', articlePage('Một bài thật'));
    const [first] = await crawl.check(id);
    const rows = await crawl.rows<{ listed_title: string; origin: string; name: string }>(
      'select a.listed_title, a.origin, o.name from articles a join outlets o on o.id = a.outlet_id where a.source_id = $1 order by a.id',
      id,
    );
    expect(rows).toMatchObject([
      { listed_title: 'Một', origin: 'domestic' },
      { listed_title: 'Hai', origin: 'foreign', name: 'Nhật báo A' },
    ]);
    expect(known).not.toBe(id);
    expect(await crawl.fetch(first ?? '')).not.toBeNull();
    expect(await crawl.rows('select canonical_url from articles where id = $1', first)).toEqual([
      { canonical_url: `${outlet.origin}/bai-that.html` },
    ]);
    // Next time the search lists the same redirector: known already.
    expect(await crawl.check(id)).toEqual([]);
  });

  it('leaves the country of an outlet open where nobody says it, until somebody does', async () => {
    const search = await crawl.addSource({ url: `${outlet.origin}/tim`, kind: 'search-feed' });
    await crawl.addSource({ url: 'https://nha-bao.example.com/rss', country: 'VN' });
    const hits = (again: string, ...found: (readonly [string, string])[]) =>
      found.map(
        ([name, home]) =>
          `<item><title>Tin ${again} của tỉnh - ${name}</title><link>${home}/${again}</link><source url="${home}">${name}</source></item>`,
      );
    const generic = ['Tin Ngắn', 'https://tin-ngan.example.com'] as const;
    const list = (items: readonly string[]) => ({
      headers: { 'content-type': 'application/xml' },
      body: `<rss version="2.0"><channel><title>q</title>${items.join('')}</channel></rss>`,
    });
    outlet.pages.set(
      '/tim',
      list(
        hits(
          'một',
          generic,
          ['Bản di động', 'https://m.nha-bao.example.com'],
          ['Báo Nhà', 'https://bao-nha.example.vn'],
        ),
      ),
    );
    await crawl.check(search);
    const found = () =>
      crawl.rows<{ name: string; country: string; origin: string }>(
        'select o.name, o.country, a.origin from articles a join outlets o on o.id = a.outlet_id where a.source_id = $1 order by a.id',
        search,
      );
    expect(await found()).toEqual([
      { name: 'Tin Ngắn', country: 'ZZ', origin: 'foreign' },
      { name: 'Báo https://nha-bao.example.com/rss', country: 'VN', origin: 'domestic' },
      { name: 'Báo Nhà', country: 'VN', origin: 'domestic' },
    ]);
    await ensureOutlet(crawl.database.pool, {
      profile: PROFILE,
      name: 'Tin Ngắn',
      country: 'VN',
      language: 'vi',
      homeUrl: 'https://tin-ngan.example.com/',
      official: false,
    });
    outlet.pages.set('/tim', list(hits('hai', generic)));
    await crawl.check(search);
    expect((await found()).at(-1)).toEqual({ name: 'Tin Ngắn', country: 'VN', origin: 'domestic' });
  });

  it('reads an official portal: records as NDJSON and CSV, announcements as statements, no articles', async () => {
    const id = await crawl.addSource(
      {
        url: `${outlet.origin}/thong-bao.rss`,
        kind: 'portal',
        settings: {
          recordsUrl: `${outlet.origin}/r.ndjson`,
          statisticsUrl: `${outlet.origin}/r.csv`,
          statements: true,
        },
      },
      true,
    );
    const record = {
      id: 'r1',
      kind: 'figure',
      text: 'GRDP tăng 7 phần trăm',
      documentNumber: '1/BC',
      source: 'Cục',
      sourceUrl: 'https://a.vn',
    };
    outlet.pages.set('/r.ndjson', { body: `${JSON.stringify(record)}\n` });
    outlet.pages.set('/r.csv', {
      body: 'id,kind,text,value,documentNumber,source,sourceUrl\r\nr2,figure,"Dân số, năm 2026",12.5,2/BC,Cục,https://a.vn\r\n',
    });
    outlet.pages.set('/thong-bao.rss', rss([recent('/thong-bao/1', 'Thông báo về đê biển')]));
    outlet.pages.set(
      '/thong-bao/1',
      articlePage('Thông báo về đê biển', { extra: 'Theo văn bản số 12/UBND-NN ngày 20/11/2026.' }),
    );
    expect(await crawl.check(id)).toEqual([]);
    const records = await crawl.rows<{
      external_id: string;
      kind: string;
      value: number | null;
      document_number: string;
    }>(
      'select external_id, kind, value, document_number from official_records where profile = $1 order by id',
      PROFILE,
    );
    expect(records).toEqual([
      { external_id: 'r1', kind: 'figure', value: null, document_number: '1/BC' },
      { external_id: 'r2', kind: 'figure', value: 12.5, document_number: '2/BC' },
      { external_id: `${outlet.origin}/thong-bao/1`, kind: 'statement', value: null, document_number: '12/UBND-NN' },
    ]);
    expect((await state(id)).alarm).toBeNull();
    // More announcements than one check reads, the newest of them a season old: the next check goes on, and nothing is wrong.
    const old = Array.from({ length: 12 }, (_, n) => `/thong-bao/cu-${n}`);
    outlet.pages.set(
      '/thong-bao.rss',
      rss(old.map((link) => ({ link, title: 'Cũ', at: 'Mon, 02 Mar 2026 08:00:00 +0700' }))),
    );
    for (const path of old) outlet.pages.set(path, articlePage(`Thông báo ${path}`));
    await crawl.check(id);
    await crawl.check(id);
    const statements = await crawl.rows("select 1 from official_records where external_id like '%/thong-bao/cu-%'");
    expect(statements).toHaveLength(12);
    expect((await state(id)).alarm).toBeNull();
    outlet.pages.set('/r.ndjson', { body: 'không phải JSON\n' });
    await crawl.check(id);
    expect(await state(id)).toMatchObject({
      alarm: 'records-unreadable',
      alarm_detail: expect.stringContaining('dòng 1'),
    });
  });

  it('reads a portal that announces on a page as a list', async () => {
    const id = await crawl.addSource(
      { url: `${outlet.origin}/cong`, kind: 'portal', settings: { statements: true } },
      true,
    );
    const links = [1, 2, 3, 4, 5].map(
      (n) => `<li><h3><a href="/tb-${n}.html">Thông báo số ${n} về việc phòng chống thiên tai của tỉnh</a></h3></li>`,
    );
    outlet.pages.set('/cong', { body: `<!doctype html><html><body><ul>${links.join('')}</ul></body></html>` });
    for (const n of [1, 2, 3, 4, 5]) outlet.pages.set(`/tb-${n}.html`, articlePage(`Thông báo số ${n}`));
    await crawl.check(id);
    expect(await crawl.rows("select 1 from official_records where external_id like '%/tb-%'")).toHaveLength(5);
    expect((await state(id)).alarm).toBeNull();
  });

  it('reads list pages by selectors', async () => {
    const id = await crawl.addSource({
      url: `${outlet.origin}/muc`,
      kind: 'list-page',
      settings: { selectors: { item: '.tin', link: 'a', title: 'h3' } },
    });
    outlet.pages.set('/muc', {
      body: '<html><body><a href="/khac">Quảng cáo</a><div class="tin"><h3>Tin một</h3><a href="/s1">xem</a></div></body></html>',
    });
    const [only] = await crawl.check(id);
    expect(await crawl.rows('select listed_title from articles where id = $1', only)).toEqual([
      { listed_title: 'Tin một' },
    ]);
  });
});
