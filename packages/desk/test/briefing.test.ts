import { weekLabel } from '@lamro/casework';
import { listBriefingFiles } from '@lamro/database';
import { insertFlaggedArticle } from '@lamro/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Office, openOffice, PROFILE, type Visitor } from './office.ts';

let office: Office;
let analyst: Visitor;
let coordinator: Visitor;
const week = weekLabel(new Date());

beforeAll(async () => {
  office = await openOffice();
  [analyst, coordinator] = await Promise.all([office.visitor('analyst'), office.visitor('coordinator')]);
  await insertFlaggedArticle(office.database.pool, { profile: PROFILE, title: 'Giá lúa tăng' });
});
afterAll(() => office.close());

describe('briefings by forms alone', () => {
  it('are drawn up, edited, issued, downloaded and corrected', async () => {
    await analyst.get('/briefings');
    const drawn = await analyst.submit('/briefings', { week });
    const path =
      drawn
        .$('form[action$="/edit"]')
        .attr('action')
        ?.replace(/\/edit$/, '') ?? '';
    expect(drawn.$('h1').text()).toBe(`Bản tin ${week}`);
    const summary = drawn.$('textarea[name^="summary-"]').first().attr('name') ?? '';
    const edited = await analyst.submit(`${path}/edit`, { overview: 'Lời dẫn.', [summary]: 'Viết lại.' });
    expect(edited.$('#overview').text().trim()).toBe('Lời dẫn.');
    expect(edited.$(`textarea[name="${summary}"]`).text().trim()).toBe('Viết lại.');
    expect(edited.$('form[action$="/issue"]').length).toBe(0);

    await coordinator.get(path);
    const issued = await coordinator.submit(`${path}/issue`, { number: '3', signer: 'Bà Mẫu' });
    expect(issued.$('form[action$="/edit"], form[action$="/issue"]').length).toBe(0);
    const links = issued
      .$('a[download]')
      .toArray()
      .map((link) => issued.$(link).attr('href'));
    expect(links.sort()).toEqual(['docx', 'html', 'pdf', 'xlsx'].map((format) => `${path}/${format}`));
    const files = await listBriefingFiles(office.database.pool, path.split('/').at(-1) ?? '');
    for (const file of files) expect(issued.$('code').text()).toContain(file.sha256);

    await analyst.get(path);
    const second = await analyst.submit(`${path}/edition`, { correction: 'Sửa tên cơ quan.' });
    expect(second.$('#correction').text().trim()).toBe('Sửa tên cơ quan.');
    expect(second.$('.badge').first().text()).toBe('Dự thảo');
  });

  it('say why a period cannot be', async () => {
    await analyst.get('/briefings');
    const refused = await analyst.submit('/briefings', { week: '2099-W01' });
    expect(refused.$('[role=alert]').text()).toContain('chưa bắt đầu');
  });
});
