import { loadProfile } from '@lamro/profiles';
import { insertFlaggedArticle, totp } from '@lamro/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AGENCY, type Office, openOffice, PROFILE } from './office.ts';

let office: Office;

beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

function records(lines: readonly unknown[]): File {
  return new File(
    [lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('')],
    'ho-so.ndjson',
  );
}
const figure = {
  id: 'giuong-benh-2026',
  kind: 'figure',
  text: 'Toàn tỉnh có 4.120 giường bệnh.',
  indicator: 'giường bệnh',
  value: 4120,
  unit: 'giường',
  period: '2026',
  documentNumber: '77/BC-SYT',
  source: 'Sở Y tế',
  sourceUrl: 'https://so-y-te.example/77',
};

describe('official records', () => {
  it('are imported from a file, once however often it is sent', async () => {
    const visitor = await office.visitor('analyst');
    await visitor.get('/records');
    const page = await visitor.submit('/records/import', { file: records([figure]) });
    expect(page.$('[role=status]').text()).toBe('Đã ghi 1 thông tin mới hoặc thay đổi.');
    expect(page.text).toContain('4.120 giường');
    const again = await visitor.submit('/records/import', { file: records([figure]) });
    expect(again.$('[role=status]').text()).toBe('Đã ghi 0 thông tin mới hoặc thay đổi.');
  });

  it.each([
    ['no JSON', ['{"id":'], 'dòng 2'],
    ['a missing field', [{ ...figure, id: 'x', documentNumber: undefined }], 'documentNumber'],
    ['an unknown kind', [{ ...figure, id: 'x', kind: 'rumour' }], 'kind'],
    ['a wrong period', [{ ...figure, id: 'x', period: 'năm nay' }], 'kỳ số liệu viết'],
  ])('are refused whole for %s, with the line', async (_what, bad, said) => {
    const visitor = await office.visitor('analyst');
    await visitor.get('/records');
    const page = await visitor.submit('/records/import', {
      file: records([{ ...figure, id: 'good', text: 'Dòng tốt' }, ...bad]),
    });
    expect(page.status).toBe(422);
    expect(page.$('[role=alert]').text()).toContain(said);
    expect((await visitor.get('/records')).text).not.toContain('Dòng tốt');
  });

  it('are withdrawn with a reason, and what rested on them is opened again', async () => {
    const { flagId, recordId } = await insertFlaggedArticle(office.database.pool, { profile: PROFILE });
    const analyst = await office.visitor('analyst');
    await analyst.get(`/flags/${flagId}`);
    await analyst.submit(`/flags/${flagId}/decision`, {
      decision: 'confirmed',
      verdict: 'distorted',
      reason: 'Trái số liệu.',
    });
    const coordinator = await office.visitor('coordinator');
    await coordinator.get(`/records?id=${recordId}`);
    await coordinator.submit(`/records/${recordId}/withdraw`, { reason: 'Số liệu đã được đính chính.' });
    expect((await coordinator.get(`/records?id=${recordId}`)).text).toContain('Số liệu đã được đính chính.');
    expect((await analyst.get(`/flags/${flagId}`)).$('.actions .badge').first().text()).not.toBe('Đã xác nhận');
  });
});

describe('flags', () => {
  it('are taken up again by who may', async () => {
    const { flagId } = await insertFlaggedArticle(office.database.pool, { profile: PROFILE });
    const analyst = await office.visitor('analyst');
    await analyst.get(`/flags/${flagId}`);
    await analyst.submit(`/flags/${flagId}/decision`, {
      decision: 'dismissed',
      verdict: 'opinion',
      reason: 'Là ý kiến.',
    });
    const opened = await analyst.submit(`/flags/${flagId}/reopen`, { reason: 'Có số liệu mới.' });
    expect(opened.$('.actions .badge').first().text()).toBe('Chờ thẩm định');
    expect(opened.$('#history-title').parent().text()).toContain('Có số liệu mới.');
  });
});

describe('administration', () => {
  it('registers who may speak, and ends it', async () => {
    const visitor = await office.visitor('coordinator');
    await visitor.get('/administration/profile');
    const page = await visitor.submit('/administration/spokespersons', {
      agency: AGENCY,
      name: 'Trần Văn Bình',
      post: 'Phó Giám đốc',
      ground: 'appointed',
      validFrom: '2026-01-01',
    });
    const row = page
      .$('#spokespersons-title')
      .parent()
      .find('tbody tr')
      .filter((_, line) => page.$(line).text().includes('Trần Văn Bình'));
    const ended = await visitor.submit(row.find('form').attr('action') ?? '');
    expect(ended.$('#spokespersons-title').parent().text()).toContain('Đã kết thúc');
  });

  it('shuts an account out at once, and lets it in again', async () => {
    const auditor = await office.visitor('auditor');
    const administrator = await office.visitor('administrator');
    const account = (await office.identity.listAccounts(PROFILE)).find(({ role }) => role === 'auditor');
    await administrator.get('/administration');
    await administrator.submit(`/administration/accounts/${account?.id}/disable`);
    expect((await auditor.get('/')).status).toBe(303);
    await administrator.submit(`/administration/accounts/${account?.id}/enable`);
    expect((await (await office.visitor('auditor')).get('/')).status).toBe(200);
    expect((await auditor.post(`/administration/accounts/${account?.id}/unlock`, {})).status).toBe(403);
  });
});

describe('one’s own account', () => {
  it('gets a second factor, is asked for it, and changes its password', async () => {
    const visitor = await office.visitor('leader');
    await visitor.get('/preferences');
    const wrong = await visitor.submit('/preferences/second-factor', { password: 'sai mật khẩu này rồi' });
    expect(wrong.$('[role=alert]').text()).toBe('Mật khẩu chưa đúng.');
    const shown = await visitor.submit('/preferences/second-factor', { password: office.password });
    const key = shown.$('main code').first().text();
    expect(shown.$('main li code').length).toBeGreaterThanOrEqual(8);
    const on = await visitor.submit('/preferences/second-factor/confirm', { code: totp(key) });
    expect(on.$('[role=status]').text()).toBe('Xác thực hai bước đã bật.');

    const later = office.stranger();
    await later.get('/sign-in?back=/flags');
    const asked = await later.submit('/sign-in', { email: office.emailOf('leader'), password: office.password });
    expect(asked.$('h1').text()).toBe('Xác thực bước hai');
    const missed = await later.submit('/sign-in/code', { code: '000000' });
    expect(missed.status).toBe(401);
    const inside = await later.submit('/sign-in/code', { code: totp(key, 1) });
    expect(inside.$('h1').text()).toBe('Thẩm định');

    await later.get('/preferences');
    const changed = await later.submit('/preferences/password', {
      current: office.password,
      next: 'mật khẩu mới của lãnh đạo',
    });
    expect(changed.$('[role=status]').text()).toContain('Mật khẩu đã đổi');
  });

  it('sees its sessions and ends one of them', async () => {
    const here = await office.visitor('coordinator');
    const there = await office.visitor('coordinator');
    const before = (await here.get('/preferences')).$('#sessions-title').parent().find('tbody tr').length;
    const newest = (await there.get('/preferences')).$('#sessions-title').parent().find('tbody tr').length;
    expect([before, newest]).toEqual([newest, before]);
    await here.submit('/preferences/sessions/end');
    const after = await here.get('/preferences');
    expect(after.status === 303 || after.$('#sessions-title').parent().find('tbody tr').length === before - 1).toBe(
      true,
    );
  });
});

describe('sources', () => {
  it('are added, switched off and on, and an address is watched only once', async () => {
    const visitor = await office.visitor('administrator');
    await visitor.get('/sources');
    const fields = {
      outlet: 'Báo Thử',
      url: 'https://bao-thu.example/rss',
      kind: 'rss',
      language: 'vi',
      country: 'VN',
    };
    const made = await visitor.submit('/sources', fields);
    expect(made.$('h1').text()).toBe('Báo Thử');
    const path = made.$('form[action$="/off"]').attr('action') ?? '';
    const off = await visitor.submit(path);
    expect(off.$('.actions .badge').text()).toBe('Đang tắt');
    await visitor.submit(path.replace(/off$/, 'on'));
    await visitor.get('/sources');
    const twice = await visitor.submit('/sources', fields);
    expect([twice.status, twice.text.includes('Địa chỉ này đã có')]).toEqual([409, true]);
  });
});

describe('what administrators look after', () => {
  it('shows the calendar that deadlines are counted by', async () => {
    const page = await (await office.visitor('officer')).get('/administration/calendar');
    const days = page.$('tbody tr').text();
    for (const shown of ['Quốc khánh', 'Tết Nguyên đán', 'nghỉ bù']) expect(days).toContain(shown);
    expect(page.$('.facts').text()).toMatch(/\d{2}:\d{2}–\d{2}:\d{2}/);
  });

  it('shows every clause of the regulation with what became of it', async () => {
    const { $ } = await (await office.visitor('auditor')).get('/administration/profile');
    const rows = $('#clauses-title').parent().find('tbody tr').toArray();
    expect(rows.length).toBe(loadProfile(PROFILE).tree.leaves.length);
    for (const row of rows) expect($('td', row).last().text().trim(), $('td', row).first().text()).not.toBe('');
  });

  it('tells how long each kind of data is kept, and which classifier judged', async () => {
    await insertFlaggedArticle(office.database.pool, { profile: PROFILE });
    const auditor = await office.visitor('auditor');
    const kept = await auditor.get('/administration/retention');
    expect(kept.$('tbody').text()).toContain('Các lần đọc nguồn tin');
    expect(kept.$('tbody').text()).toContain('90 ngày');
    const models = await auditor.get('/administration/models');
    expect(models.$('#classifiers-title').parent().find('tbody tr').length).toBeGreaterThan(0);
  });

  it('reads the chain of events anew on request, and says where it does not hold', async () => {
    const { pool } = office.database;
    const { flagId } = await insertFlaggedArticle(pool, { profile: PROFILE });
    const analyst = (await office.identity.listAccounts(PROFILE)).find(({ role }) => role === 'analyst');
    if (analyst === undefined) throw new Error('there is an analyst');
    await office.casework.reviewFlag(analyst, { flagId, decision: 'confirmed', reason: 'Trái số liệu.' });
    await office.casework.openCase(analyst, { flagIds: [flagId] });
    const auditor = await office.visitor('auditor');
    const before = await auditor.get('/administration/audit');
    expect(before.$('#chain-title').parent().find('[role=status], [role=alert]').length).toBe(0);
    const whole = await auditor.get('/administration/audit?check=1');
    expect(whole.$('#chain-title').parent().find('[role=status]').text()).toContain('Chuỗi nguyên vẹn');
    const { rows } = await pool.query<{ id: string; version: number }>(
      'select id, version from cases order by id limit 1',
    );
    const [row] = rows;
    if (row === undefined) throw new Error('there is a case');
    await pool.query('update cases set version = version + 7 where id = $1', [row.id]);
    const broken = await auditor.get('/administration/audit?check=1');
    expect(broken.$('#chain-title').parent().find('[role=alert]').text()).toContain('Chuỗi không khớp');
    expect(broken.$('#chain-title').parent().find(`a[href="/cases/${row.id}"]`).length).toBe(1);
    await pool.query('update cases set version = $2 where id = $1', [row.id, row.version]);
    expect((await (await office.visitor('administrator')).get('/administration/audit?check=1')).status).toBe(200);
  });

  it('goes through the trail page by page', async () => {
    const { pool } = office.database;
    await pool.query(
      `insert into audit_entries (profile, actor_id, actor_role, action, object_kind, object_id, detail, at)
       select $1, 'x', 'administrator', 'change-source', 'source', n::text, '{}', now() from generate_series(1, 130) n`,
      [PROFILE],
    );
    const auditor = await office.visitor('auditor');
    const first = await auditor.get('/administration/audit');
    expect(first.$('#audit-title').parent().find('tbody tr').length).toBe(100);
    expect(first.$('#audit-title').parent().text()).toContain('sửa nguồn tin');
    const next = await auditor.get(first.$('a[rel=next]').attr('href') ?? '');
    expect(next.$('#audit-title').parent().find('tbody tr').length).toBeGreaterThan(29);
  });
});
