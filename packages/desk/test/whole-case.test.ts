import { insertFlaggedArticle } from '@lamro/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AGENCY, type Office, openOffice, PROFILE, type Visitor } from './office.ts';

let office: Office;
let analyst: Visitor;
let leader: Visitor;
let officer: Visitor;

beforeAll(async () => {
  office = await openOffice();
  [analyst, leader, officer] = await Promise.all([
    office.visitor('analyst'),
    office.visitor('leader'),
    office.visitor('officer'),
  ]);
});
afterAll(() => office.close());

/** A PDF of one empty page: enough to be told apart from other kinds. */
function pdf(name: string): File {
  const body =
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
  return new File([body], name, { type: 'application/pdf' });
}

async function confirmedFlag(): Promise<string> {
  const { flagId } = await insertFlaggedArticle(office.database.pool, { profile: PROFILE, sectors: ['health'] });
  await analyst.get(`/flags/${flagId}`);
  const decided = await analyst.submit(`/flags/${flagId}/decision`, {
    decision: 'confirmed',
    verdict: 'distorted',
    reason: 'Khác số liệu đã công bố.',
  });
  expect(decided.$('.actions .badge').first().text()).toBe('Đã xác nhận');
  return flagId;
}

describe('a whole case by forms alone, without a script', () => {
  it('goes from the flag to the closed case', async () => {
    await confirmedFlag();
    const opened = await analyst.submit('/cases', { title: 'Chỉ tiêu y tế bị nêu sai' });
    const path = opened.$('form[action^="/cases/"]').first().attr('action')?.split('/').slice(0, 3).join('/') ?? '';
    expect(opened.$('h1').text()).toContain('Chỉ tiêu y tế bị nêu sai');
    expect(opened.$('#route-title').text()).toBe('Phân công và căn cứ');

    const assigned = await analyst.submit(`${path}/assign`, { agency: AGENCY, reason: 'Thuộc lĩnh vực y tế.' });
    if (assigned.$('.actions .badge').first().text() === 'Chờ duyệt phân công') {
      await leader.get(path);
      await leader.submit(`${path}/approve-assignment`);
    }
    await officer.get(path);
    const accepted = await officer.submit(`${path}/accept`);
    expect(accepted.$('[role=status]').text()).toBe('Đã ghi.');
    await officer.submit(`${path}/draft`, { title: 'Thông tin về chỉ tiêu', body: 'Chỉ tiêu tăng.\nNguồn: 01/BC.' });
    await officer.submit(`${path}/submit`);

    await leader.get(path);
    await leader.submit(`${path}/send-back`, { reason: 'Nêu rõ kỳ số liệu.' });
    await officer.get(path);
    await officer.submit(`${path}/draft`, { title: 'Thông tin về chỉ tiêu', body: 'Chỉ tiêu năm 2026 tăng.' });
    await officer.submit(`${path}/submit`);
    await leader.get(path);
    await leader.submit(`${path}/comment`, { body: 'Đã đủ.' });
    const approved = await leader.submit(`${path}/approve`);
    expect(approved.$('.actions .badge').first().text()).toBe('Đã phê duyệt');

    await officer.get(`${path}?channel=press-release`);
    await officer.submit(`${path}/attach-file`, { file: pdf('thong-cao.pdf') });
    // A scan proves nothing to a machine: a person says that they have read it.
    await officer.get(path);
    await officer.submit(`${path}/certify-file`, { reason: 'Đã đọc bản quét thông cáo số 12.' });
    const ready = await officer.get(`${path}?channel=press-release`);
    const file = ready.$('#proof-file option').last().attr('value') ?? '';
    const date = new Date().toISOString().slice(0, 10);
    const released = await officer.submit(`${path}/release`, { number: '12/TCBC', date, file });
    expect(released.$('.actions .badge').first().text()).toBe('Đã phát hành');
    expect(released.$('#releases-title').parent().text()).toContain('12/TCBC');

    await officer.get(path);
    const settled = await officer.submit(`${path}/record-outcome`, {
      outcome: 'corrected',
      note: 'Báo đã đính chính trang 2.',
    });
    expect(settled.$('#outlets-title').parent().text()).toContain('Đã cải chính');
    await analyst.get(path);
    const closed = await analyst.submit(`${path}/close`, { reason: 'Báo đã cải chính.' });
    expect(closed.$('.actions .badge').first().text()).toBe('Đã kết thúc');
    const told = closed
      .$('.events > li')
      .toArray()
      .map((line) => closed.$(line).children('strong').text());
    expect(told[0]).toBe('Lập hồ sơ vụ việc');
    expect(told.at(-1)).toBe('Kết thúc vụ việc');
    expect(told).toContain('Phát hành');
    expect(office.failures).toEqual([]);
  });

  it('keeps what was typed when a command is refused, and says why', async () => {
    const flagId = await insertFlaggedArticle(office.database.pool, { profile: PROFILE }).then((made) => made.flagId);
    await analyst.get(`/flags/${flagId}`);
    const refused = await analyst.submit(`/flags/${flagId}/decision`, {
      decision: 'dismissed',
      verdict: 'distorted',
      reason: 'Lý do đã gõ công phu.',
    });
    expect(refused.status).toBe(409);
    expect(refused.$('[role=alert]').text()).toContain('Bỏ qua cảnh báo phải kèm kết luận');
    expect(refused.$('#reason').val()).toBe('Lý do đã gõ công phu.');
    expect(refused.$('input[name=decision][checked]').attr('value')).toBe('dismissed');
  });

  it('tells the second of two reviewers that the flag has changed', async () => {
    const { flagId } = await insertFlaggedArticle(office.database.pool, { profile: PROFILE });
    const other = await office.visitor('analyst');
    await Promise.all([analyst.get(`/flags/${flagId}`), other.get(`/flags/${flagId}`)]);
    const fields = { decision: 'needs-evidence', verdict: '', reason: 'Chờ báo cáo của Sở.' };
    await analyst.submit(`/flags/${flagId}/decision`, fields);
    const second = await other.submit(`/flags/${flagId}/decision`, fields);
    expect(second.status).toBe(409);
    expect(second.$('[role=alert]').text()).toContain('vừa được người khác');
  });
});
