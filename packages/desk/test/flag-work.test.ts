import { insertFlaggedArticle } from '@lamro/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Office, openOffice, PROFILE, type Visitor } from './office.ts';

let office: Office;
let analyst: Visitor;
const reason = 'Trái với số liệu đã công bố.';

beforeAll(async () => {
  office = await openOffice();
  analyst = await office.visitor('analyst');
});
afterAll(() => office.close());

const confirm = async (flagId: string) => {
  await analyst.get(`/flags/${flagId}`);
  return analyst.submit(`/flags/${flagId}/decision`, { decision: 'confirmed', reason });
};

describe('flags of one story', () => {
  it('go into one case together, and those that still wait are named', async () => {
    const { pool } = office.database;
    const first = await insertFlaggedArticle(pool, { profile: PROFILE, title: 'Bài đầu tiên' });
    const together = { profile: PROFILE, storyId: first.storyId };
    const second = await insertFlaggedArticle(pool, { ...together, title: 'Bài thứ hai' });
    const third = await insertFlaggedArticle(pool, { ...together, title: 'Bài còn chờ' });
    await insertFlaggedArticle(pool, { profile: PROFILE, title: 'Chuyện khác' });
    await confirm(second.flagId);
    const page = await confirm(first.flagId);
    expect(page.$('#open-case-title').parent().find('fieldset label').text()).toContain('Bài thứ hai');
    expect(page.$('#open-case-title').parent().find(`a[href="/flags/${third.flagId}"]`).text()).toBe('Bài còn chờ');
    expect(page.$('#open-case-title').parent().text()).not.toContain('Chuyện khác');
    const opened = await analyst.submit('/cases', {
      title: 'Một vụ việc cho cả hai bài',
      'flag[]': [first.flagId, second.flagId],
    });
    expect(opened.$('h1').text()).toContain('Một vụ việc cho cả hai bài');
    const { rows } = await pool.query('select flag_id from case_flags order by flag_id');
    expect(rows.map(({ flag_id }) => flag_id)).toEqual([first.flagId, second.flagId]);
    const later = await confirm(third.flagId);
    expect(later.$('#open-case-title').parent().find('fieldset').length).toBe(0);
  });
});

describe('help where it is needed', () => {
  it('names the clause behind each step with our summary', async () => {
    const flag = await insertFlaggedArticle(office.database.pool, { profile: PROFILE, sectors: ['health'] });
    const review = await analyst.get(`/flags/${flag.flagId}`);
    expect(review.$('.ground li').text()).toMatch(/Điều \d+ Quy chế: .{20}/);
    await confirm(flag.flagId);
    const page = await analyst.submit('/cases', { title: 'Vụ việc cần giao' });
    const assign = page.$('details.command .ground').first().text();
    expect(assign).toContain('Bước này căn cứ vào đâu');
    expect(assign).toMatch(/Điều \d+ Quy chế: .{20}/);
    const help = await analyst.get('/help');
    for (const step of ['Cơ quan phối hợp', 'Yêu cầu về nội dung', 'Hình thức phát hành: Người phát ngôn'])
      expect(help.$('#steps-title').parent().text()).toContain(step);
  });
});

describe('a decision', () => {
  it('shows what it taught: the evidence kept and struck here and in the province', async () => {
    const flag = await insertFlaggedArticle(office.database.pool, { profile: PROFILE });
    const before = await analyst.get(`/flags/${flag.flagId}`);
    expect(before.$('#learned-title').length).toBe(0);
    const [kept] = flag.signalIds;
    const done = await analyst.submit(`/flags/${flag.flagId}/decision`, {
      decision: 'dismissed',
      verdict: 'opinion',
      reason,
      'kept[]': [kept ?? ''],
    });
    const table = done.$('#learned-title').parent().find('tbody').text();
    expect(table).toContain('Trái với số liệu chính thức');
    expect(table).toContain('giữ 1, gạch 0');
    expect(table).toContain('giữ 0, gạch 1');
    expect(done.$('a[href="/administration/weights"]').length).toBe(1);
    expect(office.failures).toEqual([]);
  });
});
