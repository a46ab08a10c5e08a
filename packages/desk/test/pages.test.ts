import { ROLES } from '@lamro/domain';
import { insertFlaggedArticle } from '@lamro/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AGENCY, type Office, openOffice, PROFILE } from './office.ts';

const EVERYONE = [
  '/',
  '/stream',
  '/flags',
  '/cases',
  '/agency',
  '/records',
  '/sources',
  '/briefings',
  '/reports',
  '/fairness',
  '/administration/profile',
  '/administration/calendar',
  '/administration/weights',
  '/help',
  '/preferences',
];
const OVERSEERS = ['/administration', '/administration/audit', '/administration/models', '/administration/retention'];
const ADMINISTRATORS = ['/administration/webhooks', '/administration/deliveries'];

let office: Office;
let article: Awaited<ReturnType<typeof insertFlaggedArticle>>;
let foreign: Awaited<ReturnType<typeof insertFlaggedArticle>>;

beforeAll(async () => {
  office = await openOffice();
  article = await insertFlaggedArticle(office.database.pool, {
    profile: PROFILE,
    title: 'Bệnh viện tỉnh thiếu giường',
  });
  foreign = await insertFlaggedArticle(office.database.pool, { profile: 'cao-bang', title: 'Chuyện của tỉnh khác' });
});
afterAll(() => office.close());

describe('pages', () => {
  it.each(ROLES)('open for a person in the role %s, and only those that the role may open', async (role) => {
    const visitor = await office.visitor(role);
    for (const path of [...EVERYONE, `/articles/${article.articleId}`, `/flags/${article.flagId}`]) {
      const page = await visitor.get(path);
      expect([path, page.status]).toEqual([path, 200]);
      expect(page.$('h1').length, path).toBe(1);
      expect(page.$('html').attr('lang')).toBe('vi');
    }
    const overseer = role === 'administrator' || role === 'auditor';
    for (const path of OVERSEERS)
      expect([path, (await visitor.get(path)).status]).toEqual([path, overseer ? 200 : 403]);
    for (const path of ADMINISTRATORS)
      expect([path, (await visitor.get(path)).status]).toEqual([path, role === 'administrator' ? 200 : 403]);
    expect(office.failures).toEqual([]);
  });

  it('carry no inline script or style and forbid both', async () => {
    const visitor = await office.visitor('administrator');
    for (const path of [
      ...EVERYONE,
      ...OVERSEERS,
      ...ADMINISTRATORS,
      `/articles/${article.articleId}`,
      `/flags/${article.flagId}`,
    ]) {
      const { $, headers } = await visitor.get(path);
      expect(headers.get('content-security-policy'), path).toContain("script-src 'self'; style-src 'self'");
      expect($('script:not([src]), style, [style]').length, path).toBe(0);
      const handlers = $('*')
        .toArray()
        .flatMap((element) => ('attribs' in element ? Object.keys(element.attribs) : []));
      expect(
        handlers.filter((name) => name.startsWith('on')),
        path,
      ).toEqual([]);
    }
  });

  it('label every control and give every id once', async () => {
    const visitor = await office.visitor('analyst');
    for (const path of [...EVERYONE, `/flags/${article.flagId}`]) {
      const { $ } = await visitor.get(path);
      const ids = $('[id]')
        .toArray()
        .map((element) => $(element).attr('id'));
      expect(new Set(ids).size, path).toBe(ids.length);
      const bare = $('input:not([type=hidden]), select, textarea')
        .toArray()
        .filter((element) => $(`label[for="${$(element).attr('id')}"]`).length === 0);
      expect(bare.length, path).toBe(0);
    }
  });

  it('show the quote where it stands, with the record against it', async () => {
    const visitor = await office.visitor('analyst');
    const { $ } = await visitor.get(`/flags/${article.flagId}`);
    expect($('.evidence .said blockquote').first().text()).toMatch(/^đã giảm \d+ phần trăm$/);
    expect($('.evidence .against blockquote').first().text()).toMatch(/^tăng \d+ phần trăm$/);
    expect($('mark.quote').length).toBe(1);
  });

  it('are in English for who asks for it, and say so', async () => {
    const visitor = await office.visitor('analyst');
    await visitor.get('/flags');
    const page = await visitor.submit('/preferences/display', {});
    expect(page.$('html').attr('lang')).toBe('en');
    expect(page.$('h1').text()).toBe('Review');
  });

  it('know nothing of another province', async () => {
    const visitor = await office.visitor('administrator');
    for (const path of [
      `/articles/${foreign.articleId}`,
      `/flags/${foreign.flagId}`,
      `/cases/99999`,
      '/sources/99999',
      '/nowhere',
    ])
      expect([path, (await visitor.get(path)).status]).toEqual([path, 404]);
    const { text } = await visitor.get('/stream?scope=all');
    expect(text).toContain('Bệnh viện tỉnh thiếu giường');
    expect(text).not.toContain('Chuyện của tỉnh khác');
  });
});

describe('the door', () => {
  it('sends strangers to sign-in and back to where they were going', async () => {
    const stranger = office.stranger();
    const sent = await stranger.get('/flags?state=open');
    expect([sent.status, sent.location]).toEqual([303, '/sign-in?back=%2Fflags%3Fstate%3Dopen']);
    await stranger.get(sent.location ?? '');
    const page = await stranger.submit('/sign-in', { email: office.emailOf('leader'), password: office.password });
    expect(page.$('h1').text()).toBe('Thẩm định');
  });

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example/', 'javascript:alert(1)'])(
    'never sends anybody on to %s',
    async (back) => {
      const stranger = office.stranger();
      await stranger.get(`/sign-in?back=${encodeURIComponent(back)}`);
      const page = await stranger.submit('/sign-in', { email: office.emailOf('leader'), password: office.password });
      expect(page.$('h1').text()).toBe('Hôm nay');
    },
  );

  it('refuses a wrong password without telling what was wrong, and keeps the address', async () => {
    const stranger = office.stranger();
    await stranger.get('/sign-in');
    const page = await stranger.submit('/sign-in', {
      email: office.emailOf('auditor'),
      password: 'không phải mật khẩu này',
    });
    expect(page.status).toBe(401);
    expect(page.$('[role=alert]').text()).toContain('Thư điện tử hoặc mật khẩu chưa đúng');
    expect(page.$('#email').val()).toBe(office.emailOf('auditor'));
  });

  it('refuses forms without a token, with a wrong one, and with that of somebody else', async () => {
    const visitor = await office.visitor('analyst');
    const other = await office.visitor('analyst');
    const theirs = (await other.get('/')).$('input[name=token]').first().val();
    for (const token of [{}, { token: 'x' }, { token: String(theirs) }]) {
      const answer = await visitor.post('/sign-out', token);
      expect(answer.status).toBe(403);
    }
    expect((await visitor.get('/')).status).toBe(200);
  });

  it('ends the session at sign-out', async () => {
    const visitor = await office.visitor('analyst');
    await visitor.get('/');
    await visitor.submit('/sign-out');
    expect((await visitor.get('/')).status).toBe(303);
  });

  it('lets an invited person in with a password of their own', async () => {
    const administrator = await office.visitor('administrator');
    await administrator.get('/administration');
    const page = await administrator.submit('/administration/invitations', {
      email: 'moi@thu-nghiem.example',
      role: 'officer',
      agency: AGENCY,
    });
    const link = page.$('[role=status] code').text();
    const guest = office.stranger();
    await guest.get(new URL(link).pathname + new URL(link).search);
    const short = await guest.submit('/invitation', { password: 'ngắn' });
    expect([short.status, short.$('[role=alert]').text()]).toEqual([422, 'Mật khẩu phải có ít nhất 12 ký tự.']);
    await guest.get(new URL(link).pathname + new URL(link).search);
    const made = await guest.submit('/invitation', { name: 'Người mới', password: 'một mật khẩu đủ dài' });
    expect(made.$('[role=status]').text()).toContain('Tài khoản đã sẵn sàng');
    const home = await guest.submit('/sign-in', { email: 'moi@thu-nghiem.example', password: 'một mật khẩu đủ dài' });
    expect(home.$('h1').text()).toBe('Hôm nay');
  });
});

describe('search', () => {
  it('puts exact tones first and finds what was typed without them', async () => {
    const { pool } = office.database;
    await insertFlaggedArticle(pool, { profile: PROFILE, title: 'Mùa vải thiều được giá' });
    await insertFlaggedArticle(pool, { profile: PROFILE, title: 'Mua vải may áo' });
    await insertFlaggedArticle(pool, { profile: PROFILE, title: '越南北部港口出口增长' });
    const visitor = await office.visitor('analyst');
    const titles = async (text: string) => {
      const { $ } = await visitor.get(`/stream?q=${encodeURIComponent(text)}`);
      return $('.item h3 a')
        .toArray()
        .map((link) => $(link).text());
    };
    expect(await titles('mùa vải')).toEqual(['Mùa vải thiều được giá', 'Mua vải may áo']);
    expect(new Set(await titles('mua vai'))).toEqual(new Set(['Mua vải may áo', 'Mùa vải thiều được giá']));
    expect(await titles('vải -thiều')).toEqual(['Mua vải may áo']);
    expect(await titles('"may áo"')).toEqual(['Mua vải may áo']);
    expect(await titles('"áo may"')).toEqual([]);
    expect(await titles('出口')).toEqual(['越南北部港口出口增长']);
    expect(await titles('口出')).toEqual(['越南北部港口出口增长']);
    expect(await titles('出港')).toEqual([]);
  });

  it('marks the hits', async () => {
    const visitor = await office.visitor('analyst');
    const { $ } = await visitor.get(`/stream?q=${encodeURIComponent('thiều')}`);
    expect($('.item mark').first().text()).toBe('thiều');
  });
});

describe('reports', () => {
  it('draw, tabulate and export the same figures', async () => {
    const visitor = await office.visitor('auditor');
    const { $ } = await visitor.get('/reports');
    const drawn = $('#outlets-title').parent();
    const cells = drawn
      .find('tbody tr')
      .first()
      .find('td')
      .toArray()
      .map((cell) => $(cell).text());
    const csv = await visitor.get('/reports/outlets.csv');
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(csv.text.split('\r\n')[1]).toBe(cells.join(','));
    expect(drawn.find('svg').attr('aria-label')).toBe('Tin về địa phương theo cơ quan báo chí');
    expect((await visitor.get('/reports/nothing.csv')).status).toBe(404);
  });

  it('never group by who wrote an article', async () => {
    await office.database.pool.query(`update article_versions set byline = 'Người Viết Bài'`);
    const visitor = await office.visitor('auditor');
    for (const path of ['/reports', '/fairness', '/stream'])
      expect((await visitor.get(path)).text).not.toContain('Người Viết Bài');
    expect((await visitor.get(`/articles/${article.articleId}`)).text).toContain('Người Viết Bài');
  });
});

describe('the stream', () => {
  it('goes through every item once, page by page, though many came at the same moment', async () => {
    const made = await Promise.all(
      Array.from({ length: 70 }, () =>
        insertFlaggedArticle(office.database.pool, { profile: PROFILE, sectors: ['tourism'] }),
      ),
    );
    for (const update of [
      'update articles set first_seen_at = $2 where id',
      'update items set first_seen_at = $2 where article_id',
    ])
      await office.database.pool.query(`${update} = any($1)`, [
        made.map(({ articleId }) => articleId),
        '2026-01-01T00:00:00.000123Z',
      ]);
    const visitor = await office.visitor('analyst');
    const seen: string[] = [];
    for (let path: string | undefined = '/stream?sector=tourism'; path !== undefined; ) {
      const { $ } = await visitor.get(path);
      seen.push(
        ...$('.item h3 a')
          .toArray()
          .map((link) => $(link).attr('href')?.split('/').at(-1) ?? ''),
      );
      path = $('a[rel=next]').attr('href');
    }
    expect([...seen].sort()).toEqual(made.map(({ articleId }) => articleId).sort());
  });

  it('remembers what each person has read', async () => {
    const visitor = await office.visitor('coordinator');
    const before = (await visitor.get('/stream?unread=1')).$('.item').length;
    await visitor.get(`/articles/${article.articleId}`);
    const after = await visitor.get(`/stream?q=${encodeURIComponent('thiếu giường')}`);
    expect(after.$('.item.unread').length).toBe(0);
    expect(before).toBeGreaterThan(0);
  });

  it('keeps filters under a name, and shares those that are meant to be', async () => {
    const visitor = await office.visitor('analyst');
    await visitor.get('/stream?flag=any&sector=tourism');
    await visitor.submit('/stream/filters', { name: 'Du lịch có cờ', shared: '1' });
    const other = await office.visitor('coordinator');
    const shared = (await other.get('/stream')).$('.saved li a');
    expect([shared.text(), shared.attr('href')]).toEqual([
      'Du lịch có cờ',
      '/stream?scope=relevant&sector=tourism&flag=any',
    ]);
  });
});
