import { insertFlaggedArticle } from '@lamro/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Office, openOffice, PROFILE, type Visitor } from './office.ts';

let office: Office;
let analyst: Visitor;
const made: Awaited<ReturnType<typeof insertFlaggedArticle>>[] = [];

beforeAll(async () => {
  office = await openOffice();
  analyst = await office.visitor('analyst');
  for (const title of ['Tin thứ nhất', 'Tin thứ hai', 'Tin thứ ba'])
    made.push(await insertFlaggedArticle(office.database.pool, { profile: PROFILE, title }));
});
afterAll(() => office.close());

const ids = () => made.map(({ articleId }) => articleId);
const states = async () => {
  const { rows } = await office.database.pool.query<{ state: string }>(
    'select state from flags where article_id = any($1) order by id',
    [ids()],
  );
  return rows.map(({ state }) => state);
};
const bulk = async (visitor: Visitor, fields: Record<string, string | readonly string[]>) => {
  await visitor.get('/stream');
  return visitor.submit('/stream/bulk', fields);
};

describe('several items at once', () => {
  it('are marked as read, and unread again by what is offered afterwards', async () => {
    const done = await bulk(analyst, { action: 'read', 'item[]': ids() });
    expect([done.status, done.$('[role=status].ok').text()]).toEqual([200, 'Đã thực hiện với 3 mục.']);
    expect((await analyst.get('/stream')).$('.item.unread').length).toBe(0);
    await bulk(analyst, { action: 'read', 'item[]': ids() });
    await analyst.submit('/stream/bulk');
    expect((await analyst.get('/stream')).$('.item.unread').length).toBe(3);
  });

  it('lose their flags only with a verdict and a reason, and get them back', async () => {
    const bare = await bulk(analyst, { action: 'dismissed', 'item[]': ids() });
    expect(bare.status).toBe(409);
    expect(bare.$('tbody tr').length).toBe(3);
    expect(await states()).toEqual(['open', 'open', 'open']);

    const decided = { action: 'dismissed', verdict: 'accurate-negative', reason: 'Đúng với báo cáo quý III.' };
    const done = await bulk(analyst, { ...decided, 'item[]': ids() });
    expect(done.$('tbody .badge.ok').length).toBe(3);
    expect(await states()).toEqual(['dismissed', 'dismissed', 'dismissed']);
    const { rows } = await office.database.pool.query(
      `select distinct r.verdict, r.reason, r.reviewer_role from reviews r join flags f on f.id = r.flag_id where f.article_id = any($1)`,
      [ids()],
    );
    expect(rows).toEqual([
      { verdict: 'accurate-negative', reason: 'Đúng với báo cáo quý III.', reviewer_role: 'analyst' },
    ]);

    await analyst.submit('/stream/bulk');
    expect(await states()).toEqual(['open', 'open', 'open']);
  });

  it('say of each what was refused, and carry out the others', async () => {
    const first = made[0]?.flagId ?? '';
    const { identity, casework } = office;
    const reviewer = (await identity.listAccounts(PROFILE)).find(({ role }) => role === 'analyst');
    if (reviewer === undefined) throw new Error('there is an analyst');
    await casework.reviewFlag(reviewer, { flagId: first, decision: 'confirmed', reason: 'Trái số liệu đã công bố.' });
    const done = await bulk(analyst, { action: 'needs-evidence', reason: 'Chờ số liệu.', 'item[]': ids() });
    expect(done.status).toBe(409);
    expect(done.$('[role=alert]').text()).toContain('2 mục; 1 mục không thực hiện được');
    expect(await states()).toEqual(['confirmed', 'needs-evidence', 'needs-evidence']);
  });

  it('offer no word of confirming or releasing, and nothing of flags to who may not decide', async () => {
    const choices = async (visitor: Visitor) =>
      (await visitor.get('/stream'))
        .$('#bulk-action option')
        .toArray()
        .map((option) => ('attribs' in option ? option.attribs['value'] : ''));
    expect(await choices(analyst)).toEqual(['read', 'unread', 'dismissed', 'needs-evidence', 'reopen']);
    const auditor = await office.visitor('auditor');
    expect(await choices(auditor)).toEqual(['read', 'unread']);
    const token = String((await auditor.get('/stream')).$('form#bulk input[name=token]').val());
    const forced = await auditor.post('/stream/bulk', {
      token,
      action: 'reopen',
      reason: 'x',
      'item[]': ids()[1] ?? '',
    });
    expect(forced.status).toBe(409);
    expect(await states()).toEqual(['confirmed', 'needs-evidence', 'needs-evidence']);
    expect((await auditor.post('/stream/bulk', { token, action: 'confirmed', 'item[]': ids()[1] ?? '' })).status).toBe(
      422,
    );
  });

  it('do not reach into another province', async () => {
    const foreign = await insertFlaggedArticle(office.database.pool, { profile: 'cao-bang' });
    await analyst.get('/stream');
    const done = await analyst.submit('/stream/bulk', {
      action: 'dismissed',
      verdict: 'opinion',
      reason: 'x',
      'item[]': [foreign.articleId],
    });
    expect(done.$('.empty').text()).toContain('Chưa mục nào được chọn');
    const { rows } = await office.database.pool.query('select state from flags where id = $1', [foreign.flagId]);
    expect(rows).toEqual([{ state: 'open' }]);
  });
});

describe('newer items', () => {
  it('are counted and handed out under the conditions of the list that asks', async () => {
    const top = (await analyst.get('/stream')).$('#newest').attr('data-hx-get') ?? '';
    const filtered = (await analyst.get('/stream?sector=tourism')).$('#newest').attr('data-hx-get') ?? '';
    expect((await analyst.get(top)).text).toBe('');
    const late = await insertFlaggedArticle(office.database.pool, { profile: PROFILE, title: 'Tin đến sau' });
    const offered = (await analyst.get(top)).$('a');
    expect(offered.text()).toBe('Có 1 tin mới. Hiện lên đầu danh sách');
    expect((await analyst.get(filtered)).text).toBe('');
    const { $ } = await analyst.get(offered.attr('data-hx-get') ?? '');
    expect($('.item h3 a').attr('href')).toBe(`/articles/${late.articleId}`);
    expect((await analyst.get($('#newest').attr('data-hx-get') ?? '')).text).toBe('');
  });
});

describe('the conditions of the stream', () => {
  it('keep to a place, to what a review said, and to how high a flag scores', async () => {
    const { pool } = office.database;
    const place = await insertFlaggedArticle(pool, { profile: PROFILE, title: 'Chuyện ở một xã' });
    const choices = (await analyst.get('/stream')).$('#f-place option').toArray();
    const code = choices.map((option) => ('attribs' in option ? option.attribs['value'] : '')).at(5) ?? '';
    expect(code).not.toBe('');
    await pool.query(`update judgements set places = $2 where article_version_id = $1`, [
      place.versionId,
      JSON.stringify([{ code, name: 'Một xã', asOf: '2026-01-01' }]),
    ]);
    await pool.query(`update items set places = array[$2] where article_id = $1`, [place.articleId, code]);
    const titles = async (path: string) =>
      (await analyst.get(path))
        .$('.item h3 a')
        .toArray()
        .map((link) => ('attribs' in link ? link.attribs['href'] : ''));
    expect(await titles(`/stream?place=${code}`)).toEqual([`/articles/${place.articleId}`]);
    expect(await titles('/stream?verdict=distorted')).toEqual([`/articles/${ids()[0]}`]);
    expect(await titles('/stream?verdict=accurate')).toEqual([]);
    await pool.query('update flags set score = case when id = $1 then 0.95 else 0.6 end', [made[2]?.flagId]);
    expect(await titles('/stream?score=0.9')).toEqual([`/articles/${ids()[2]}`]);
    // Words and conditions together.
    expect(await titles(`/stream?q=${encodeURIComponent('Tin thứ')}&verdict=distorted`)).toEqual([
      `/articles/${ids()[0]}`,
    ]);
  });
});

describe('the front page', () => {
  it('tells what came since somebody was last here', async () => {
    let now = Date.now();
    const later = await openOffice(undefined, () => new Date(now));
    try {
      const reader = await later.visitor('analyst');
      expect((await reader.get('/')).$('#since').length).toBe(0);
      now += 60 * 60_000;
      await insertFlaggedArticle(later.database.pool, { profile: PROFILE });
      const { $ } = await reader.get('/');
      expect($('#since').text()).toContain('1 tin về địa phương');
      expect($('#since').text()).toContain('1 cờ được nêu');
    } finally {
      await later.close();
    }
  });
});
