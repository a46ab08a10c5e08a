import { createSourceRoom } from '@lamro/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Office, openOffice, type Visitor } from '../../packages/desk/test/office.ts';
import { fetcherFor, type OutletServer, rss, startOutlet } from '../../services/crawler/test/outlet-server.ts';

let outlet: OutletServer;
let office: Office;
let administrator: Visitor;

beforeAll(async () => {
  outlet = await startOutlet();
  office = await openOffice(undefined, undefined, { sources: createSourceRoom(fetcherFor([outlet.origin])) });
  administrator = await office.visitor('administrator');
});
afterAll(async () => {
  await office.close();
  await outlet.close();
});

const countSources = async () =>
  (await office.database.pool.query<{ count: string }>('select count(*) from sources')).rows[0]?.count;

describe('a source', () => {
  it('is tried before it is kept, and then registered as it was found', async () => {
    outlet.pages.set('/tin.rss', rss([{ link: '/mot.html', title: 'Tin thứ nhất của nguồn' }]));
    await administrator.get('/sources');
    const trial = await administrator.submit('/sources/trial', { url: `${outlet.origin}/tin.rss` });
    expect(trial.status).toBe(200);
    expect(trial.$('#items-title').parent().text()).toContain('Tin thứ nhất của nguồn');
    expect(trial.$('#source-url').val()).toBe(`${outlet.origin}/tin.rss`);
    expect(await countSources()).toBe('0');
    const kept = await administrator.submit('/sources', { outlet: 'Báo Thử Nguồn', country: 'VN' });
    expect(kept.$('h1').text()).toBe('Báo Thử Nguồn');
    expect(await countSources()).toBe('1');
  });

  it('is looked for on a page that is none itself, each of those found ready to be tried', async () => {
    outlet.pages.set('/', {
      body: `<!doctype html><title>Báo Thử</title><link rel="alternate" type="application/rss+xml" title="Tin mới" href="/tin.rss"><body><p>Trang chủ</p></body>`,
    });
    await administrator.get('/sources');
    const trial = await administrator.submit('/sources/trial', { url: `${outlet.origin}/` });
    expect(trial.$('#feeds-title').parent().text()).toContain('/tin.rss');
    const feed = await administrator.submit('/sources/trial', { url: `${outlet.origin}/tin.rss` });
    expect(feed.text).toContain('Tin thứ nhất của nguồn');
  });

  it('that is gone says so with what to do', async () => {
    await administrator.get('/sources');
    const trial = await administrator.submit('/sources/trial', { url: `${outlet.origin}/khong-con.rss` });
    expect(trial.$('#alarm-title').text()).toContain('Không còn ở địa chỉ này');
    expect(trial.text).toContain('Tìm địa chỉ mới của nguồn từ trang chủ');
    expect(trial.$('#add-title').length).toBe(0);
  });

  it('in alarm shows its name, what led to it and the remedy on its page', async () => {
    await office.database.pool.query(
      `update sources set alarm = 'quiet', alarm_detail = 'Không có tin mới 9 ngày, thường 3 giờ một tin.', alarm_since = now()`,
    );
    const list = await administrator.get('/sources');
    expect(list.$('tbody').text()).toContain('Im ắng khác thường');
    const page = await administrator.get(list.$('tbody a').first().attr('href') ?? '');
    for (const shown of ['Không có tin mới 9 ngày', 'Mở trang của báo để so sánh'])
      expect(page.$('#alarm-title').parent().text()).toContain(shown);
  });
});

describe('a list of sources', () => {
  it('goes out as OPML and comes in again, what is known left alone', async () => {
    const list = await administrator.get('/sources.opml');
    expect(list.headers.get('content-type')).toContain('text/x-opml');
    expect(list.text).toContain(`xmlUrl="${outlet.origin}/tin.rss"`);
    const more = list.text.replace(
      '</body>',
      `<outline type="rss" text="Báo Bạn" xmlUrl="https://bao-ban.example/rss"/><outline type="rss" text="Hỏng" xmlUrl="https://hong.example/${'a'.repeat(2_100)}"/></body>`,
    );
    await administrator.get('/sources');
    const file = new File([more], 'nguon.opml', { type: 'text/x-opml' });
    const done = await administrator.submit('/sources/opml', { file });
    expect(done.$('[role=status].ok').text()).toBe('Đã thêm 1 nguồn; 1 nguồn đã có sẵn được giữ nguyên.');
    expect(done.$('#refused-title').parent().text()).toContain('Hỏng');
    const { rows } = await office.database.pool.query(
      `select verified, enabled from sources where url like '%bao-ban%'`,
    );
    expect(rows).toEqual([{ verified: false, enabled: true }]);
  });

  it('that is none is refused with a sentence, and nobody without the right takes one in', async () => {
    await administrator.get('/sources');
    const broken = new File(['không phải OPML'], 'nguon.opml');
    const refused = await administrator.submit('/sources/opml', { file: broken });
    expect([refused.status, refused.text.includes('Tệp không phải danh sách nguồn tin OPML')]).toEqual([409, true]);
    const officer = await office.visitor('officer');
    const page = await officer.get('/sources');
    expect(page.$('form[action="/sources/opml"], form[action="/sources/trial"], form[action="/sources"]').length).toBe(
      0,
    );
    const token = String(page.$('input[name=token]').first().val());
    expect((await officer.post('/sources/trial', { token, url: outlet.origin })).status).toBe(409);
    expect((await (await office.visitor('analyst')).get('/sources')).$('form[action="/sources/trial"]').length).toBe(1);
    expect(office.failures).toEqual([]);
  });
});
