import { findDeliveryPreference, findWebhookSecrets } from '@lamro/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Office, openOffice, PROFILE } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const URL = 'https://nhan.thu-nghiem.example/hook';

async function delivery(state: string, message: string): Promise<string> {
  const { rows } = await office.database.pool.query<{ id: string }>(
    `insert into deliveries (profile, channel, recipient_id, message_id, state, attempts, detail, next_attempt_at, created_at)
     values ($1, 'email', 'x', $2, $3, 1, 'Kết nối bị ngắt sau khi thư đã được chuyển đi.', now(), now()) returning id`,
    [PROFILE, message, state],
  );
  await office.database.pool.query(
    `insert into delivery_attempts (delivery_id, number, started_at, finished_at, status, kind, detail)
     values ($1, 1, now(), now(), 'uncertain', 'unreachable', 'Kết nối bị ngắt.')`,
    [rows[0]?.id],
  );
  return rows[0]?.id ?? '';
}

describe('webhooks', () => {
  it('are added with a secret that is shown once, changed, switched and removed', async () => {
    const visitor = await office.visitor('administrator');
    await visitor.get('/administration/webhooks');
    const made = await visitor.submit('/administration/webhooks', {
      url: URL,
      'kinds[]': ['flag-raised', 'case-released'],
    });
    const secret = made.$('[role=status] code').text();
    expect(secret).toMatch(/^whsec_/);
    expect(made.$('tbody').text()).toContain('Cảnh báo mới; Đã phát hành');
    const again = await visitor.get('/administration/webhooks');
    expect(again.text).not.toContain('whsec_');
    const path = again.$('form[action$="/rotate"]').attr('action') ?? '';
    const rotated = await visitor.submit(path);
    const next = rotated.$('[role=status] code').text();
    expect(await findWebhookSecrets(office.database.pool, URL, new Date())).toEqual([next, secret]);
    expect(rotated.$('tbody').text()).toContain('Khóa cũ còn ký cùng đến');
    await visitor.get('/administration/webhooks');
    const off = await visitor.submit(path.replace('rotate', 'off'));
    expect(off.$('tbody .badge').first().text()).toBe('Đang tắt');
    const gone = await visitor.submit(path.replace('rotate', 'remove'));
    expect(gone.text).toContain('Chưa có địa chỉ nào');
  });

  it('belong to administrators', async () => {
    for (const role of ['analyst', 'leader', 'coordinator', 'auditor'] as const) {
      const visitor = await office.visitor(role);
      for (const path of ['/administration/webhooks', '/administration/deliveries'])
        expect([role, (await visitor.get(path)).status]).toEqual([role, 403]);
    }
  });
});

describe('deliveries', () => {
  it('that are uncertain wait for a person, who sends again or settles', async () => {
    const [again, settled] = [await delivery('uncertain', '<a@b>'), await delivery('uncertain', '<c@b>')];
    const visitor = await office.visitor('administrator');
    const list = await visitor.get('/administration/deliveries?state=uncertain');
    expect(list.$('tbody tr').length).toBe(2);
    const one = await visitor.get(`/administration/deliveries/${again}`);
    expect(one.text).toContain('Không chắc đã gửi');
    expect(one.text).toContain('Kết nối bị ngắt sau khi thư đã được chuyển đi.');
    expect(one.$('#tries-title').parent().find('tbody tr').length).toBe(1);
    const sent = await visitor.submit(`/administration/deliveries/${again}/again`);
    expect(sent.$('.facts .badge').first().text()).toBe('Chờ gửi');
    expect(sent.$('form[action$="/again"]').length).toBe(0);
    await visitor.get(`/administration/deliveries/${settled}`);
    const done = await visitor.submit(`/administration/deliveries/${settled}/settle`);
    expect(done.$('.facts .badge').first().text()).toBe('Đã giải quyết');
    const states = await office.database.pool.query('select state, decided_by from deliveries order by id');
    expect(states.rows.map(({ state }) => state)).toEqual(['waiting', 'settled']);
    expect(states.rows.every(({ decided_by }) => decided_by !== null)).toBe(true);
  });

  it('that failed are sent again by hand, each once', async () => {
    const id = await delivery('failed', '<d@b>');
    const visitor = await office.visitor('administrator');
    const page = await visitor.get(`/administration/deliveries/${id}`);
    await visitor.submit(`/administration/deliveries/${id}/again`);
    const token = String(page.$('input[name=token]').first().val());
    expect((await visitor.post(`/administration/deliveries/${id}/again`, { token })).status).toBe(409);
    expect((await visitor.get('/administration/deliveries/987654')).status).toBe(404);
  });
});

describe('wishes about notices', () => {
  it('are said on the page of preferences, topic by topic and by the hour', async () => {
    const visitor = await office.visitor('officer');
    const account = (await office.identity.listAccounts(PROFILE)).find(({ role }) => role === 'officer');
    const page = await visitor.get('/preferences');
    expect(page.$('#notices-title').parent().find('input[name="topics[]"]:checked').length).toBe(13);
    const saved = await visitor.submit('/preferences/notices', {
      'topics[]': ['assignment', 'deadline'],
      quietFrom: '21:00',
      quietTo: '06:30',
      digest: '7, 16',
    });
    expect(saved.$('[role=status]').text()).toBe('Đã lưu cách nhận thông báo.');
    const wishes = await findDeliveryPreference(office.database.pool, account?.id ?? '');
    expect(wishes).toMatchObject({ email: true, quietFrom: '21:00', quietTo: '06:30', digestHours: [7, 16] });
    expect(wishes.mutedTopics).toHaveLength(11);
    expect(wishes.mutedTopics).not.toContain('deadline');
    expect(saved.$('#topic-deadline').attr('checked')).toBeDefined();
    expect(saved.$('#topic-source').attr('checked')).toBeUndefined();
  });

  it.each([{ quietFrom: '9 giờ sáng', quietTo: '10:00' }, { quietFrom: '21:00', quietTo: '' }, { digest: '7, 25' }])(
    'are refused where they cannot be: %j',
    async (wrong) => {
      const visitor = await office.visitor('leader');
      await visitor.get('/preferences');
      const page = await visitor.submit('/preferences/notices', wrong);
      expect([page.status, page.$('[role=alert]').text()]).toEqual([422, expect.stringContaining('Chưa lưu')]);
    },
  );
});

describe('a reported item', () => {
  it('is handed in word for word, and shows why it was reported, not by whom', async () => {
    const officer = await office.visitor('officer');
    await officer.get('/stream');
    const sent = await officer.submit('/stream/report', {
      outlet: 'Bản tin phường',
      title: 'Bản tin giấy nêu sai số giường bệnh',
      text: 'Bản tin nói tỉnh chỉ còn 2.000 giường bệnh.',
      reason: 'Sở công bố 4.120 giường.',
      hotline: '1',
    });
    expect(sent.status).toBe(200);
    const section = sent.$('#reported-title').parent().text();
    expect(section).toContain('Sở công bố 4.120 giường.');
    expect(section).toContain('Đường dây nóng');
    expect(section).not.toContain('Tài khoản officer');
  });

  it('needs an address or the whole text, and a reason', async () => {
    const officer = await office.visitor('officer');
    for (const fields of [
      { reason: 'Sai.' },
      { outlet: 'Báo', title: 'Tin', reason: 'Sai.' },
      { url: 'https://a.example/' },
    ]) {
      await officer.get('/stream');
      expect([JSON.stringify(fields), (await officer.submit('/stream/report', fields)).status]).toEqual([
        JSON.stringify(fields),
        422,
      ]);
    }
  });
});
