import { insertFlaggedArticle } from '@lamro/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Office, openOffice, PROFILE, type Visitor } from './office.ts';

let office: Office;
let analyst: Visitor;
let coordinator: Visitor;

beforeAll(async () => {
  office = await openOffice();
  [analyst, coordinator] = await Promise.all([office.visitor('analyst'), office.visitor('coordinator')]);
  await insertFlaggedArticle(office.database.pool, { profile: PROFILE, title: 'Giá lúa tăng' });
});
afterAll(() => office.close());

describe('period reports by forms alone', () => {
  it('are drawn up, given plan and results, looked at, issued and downloaded', async () => {
    const list = await analyst.get('/reports/periods');
    expect(list.$('select[name=duty] option').length).toBeGreaterThan(2);
    const year = String(new Date().getFullYear());
    const drawn = await analyst.submit('/reports/periods', {
      duty: 'yearly:cac-so-nganh-dia-phuong:so-thong-tin-va-truyen-thong',
      year,
    });
    const path = (drawn.$('form[action$="/edit"]').attr('action') ?? '').replace(/\/edit$/, '');
    expect(drawn.$('h1').text()).toBe(`Báo cáo năm ${year}`);
    const lines = Number(drawn.$('input[name=lines]').attr('value'));
    const edited = await analyst.submit(`${path}/edit`, {
      overview: 'Lời dẫn.',
      'planned-0': '100 tin, bài',
      [`task-${lines - 1}`]: 'Tập huấn người phát ngôn',
      [`planned-${lines - 1}`]: '02 lớp',
      [`result-${lines - 1}`]: '01 lớp',
    });
    expect(edited.$('#overview').text().trim()).toBe('Lời dẫn.');
    expect(edited.$('input[name="planned-0"]').attr('value')).toBe('100 tin, bài');
    expect(edited.$('input[value="Tập huấn người phát ngôn"]').length).toBe(1);
    for (const format of ['docx', 'xlsx', 'pdf']) {
      const preview = await analyst.get(`${path}/${format}`);
      expect([preview.status, preview.headers.get('content-disposition')]).toEqual([
        200,
        `attachment; filename="bao-cao-${year}-du-thao.${format}"`,
      ]);
    }
    await coordinator.get(path);
    const issued = await coordinator.submit(`${path}/issue`, { number: '9', signer: 'Bà Mẫu' });
    expect(issued.$('form[action$="/edit"], form[action$="/issue"]').length).toBe(0);
    expect(issued.$('a[download]').length).toBe(3);
    expect((await coordinator.get(`${path}/pdf`)).text.startsWith('%PDF')).toBe(true);
    expect(office.failures).toEqual([]);
  });

  it('say why a period cannot be', async () => {
    await analyst.get('/reports/periods');
    const refused = await analyst.submit('/reports/periods', {
      duty: 'yearly:cac-so-nganh-dia-phuong:so-thong-tin-va-truyen-thong',
      year: '2099',
    });
    expect(refused.$('[role=alert]').text()).toContain('chưa bắt đầu');
  });
});
