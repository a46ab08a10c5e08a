import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '@lamro/domain';
import { insertFlaggedArticle } from '@lamro/testkit';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Furnished, furnish } from '../../packages/desk/test/furnish.ts';
import { type Office, PROFILE } from '../../packages/desk/test/office.ts';
import { CHROMIUM, openBrowser, type Visitor } from './browser.ts';
import { type DeskServer, startDesk } from './desk-server.ts';

const PICTURES = join(import.meta.dirname, '..', '..', 'test-output', 'days');

let office: Office;
let desk: DeskServer;
let address: string;
let visitor: Visitor;
let made: Furnished;

beforeAll(async () => {
  desk = await startDesk();
  office = desk.office;
  address = desk.address;
  made = await furnish(office);
  visitor = await openBrowser();
  mkdirSync(PICTURES, { recursive: true });
});
afterAll(async () => {
  await visitor.close();
  await desk.close();
});

const as = (role: Role): Promise<Page> => desk.signIn(visitor, role);

const picture = (name: string) => visitor.page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
const go = (path: string) => visitor.page.goto(`${address}${path}`);
const state = () => visitor.page.locator('.actions .badge').first().textContent();

/** Gives a command on a case by its form, opened as a person would open it. */
async function give(command: string, fields: Readonly<Record<string, string>> = {}): Promise<void> {
  const part = visitor.page.locator(`details#${command}`);
  if ((await part.getAttribute('open')) === null) await part.locator('summary').first().click();
  const form = part.locator('form').last();
  for (const [name, value] of Object.entries(fields)) await form.locator(`[name="${name}"]`).fill(value);
  await Promise.all([visitor.page.waitForURL('**?done'), form.locator('button[type=submit]').click()]);
}

/** A day at each desk, from the front page in the morning, in a real browser; the pictures are kept to be looked at. */
describe.skipIf(CHROMIUM === undefined)('the day of', () => {
  it('an analyst: what came, what is marked, a decision in three actions, a case, a translation', async () => {
    const sea = await insertFlaggedArticle(office.database.pool, {
      profile: PROFILE,
      origin: 'foreign',
      title: 'A new port',
    });
    await office.database.pool.query(`update article_versions set language = 'en' where id = $1`, [sea.versionId]);
    const page = await as('analyst');
    await picture('analyst-1-today');
    await page.click('.tiles a[href="/flags"]');
    await page.waitForURL(`${address}/flags`);
    await go('/stream');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.locator('details.bulk summary').click();
    await picture('analyst-2-stream-bulk');
    await page.click('form#bulk button');
    expect(await page.locator('[role=status].ok').textContent()).toBe('Đã thực hiện với 2 mục.');
    await picture('analyst-3-bulk-done');
    await go('/stream?flag=open');
    const row = page.locator('[data-row]', { hasText: 'Ca sốt xuất huyết' });
    while (!((await row.getAttribute('class')) ?? '').includes('here')) await page.keyboard.press('j');
    await page.keyboard.press('d');
    await page.waitForURL(`${address}/flags/${made.openFlagId}#d-dismissed`);
    expect(await page.isChecked('#d-dismissed')).toBe(true);
    await page.locator('#d-confirmed').press('Space');
    await page.selectOption('#template', { index: 1 });
    await picture('analyst-4-decide');
    await page.locator('form#decision button').press('Enter');
    await page.locator('#open-case-title').waitFor();
    await picture('analyst-5-decided');
    await page.click('form[action="/cases"] button');
    await page.waitForURL('**/cases/*');
    await picture('analyst-6-case');
    await go(`/articles/${sea.articleId}`);
    await page.locator('details.command summary').click();
    await page.fill('#translation-headline', 'Một cảng mới');
    await page.fill('#translation-body', 'Theo bài viết, chỉ tiêu đã giảm.');
    await page.click('form[action^="/versions/"] button');
    expect(await page.locator('.twin').textContent()).toContain('Một cảng mới');
    await picture('analyst-7-translation');
    await page.context().setOffline(true);
    await page.locator('.offline').waitFor();
    await picture('analyst-8-offline');
    await page.context().setOffline(false);
    await page.locator('.offline').waitFor({ state: 'detached' });
  });

  it('a leader: sees what waits for approval and sends a draft back with a reason', async () => {
    await as('leader');
    await go(`/cases/${made.cases.awaiting}`);
    await picture('leader-1-waiting');
    const officer = (await office.identity.listAccounts(PROFILE)).find(({ role }) => role === 'officer');
    if (officer === undefined) throw new Error('there is an officer');
    await office.casework.submit(officer, { caseId: made.cases.responding });
    await go('/cases?state=submitted');
    await picture('leader-2-approvals');
    await visitor.page.click(`a[href="/cases/${made.cases.responding}"]`);
    await visitor.page.locator('details#send-back').waitFor();
    await give('send-back', { reason: 'Nêu rõ kỳ số liệu.' });
    expect(await state()).toBe('Cần sửa lại');
    await picture('leader-3-sent-back');
  });

  it('an officer: finds the work by its deadline, mends the draft and submits it', async () => {
    const page = await as('officer');
    await picture('officer-1-today');
    await go('/agency');
    await picture('officer-2-agency');
    await page.click(`a[href="/cases/${made.cases.responding}"]`);
    await page.locator('details#draft').waitFor();
    await give('draft', { title: 'Về số liệu quý III', body: 'Số liệu đúng là 380 ca trong quý III năm 2026.' });
    await give('submit');
    expect(await state()).toBe('Chờ phê duyệt');
    await picture('officer-3-submitted');
    expect((await go('/administration'))?.status()).toBe(403);
    expect(await page.locator('h1').textContent()).toBe('Không có quyền');
    await picture('officer-4-no-right');
  });

  it('a coordinator: figures as a picture and as a table, fairness, the week drawn up', async () => {
    const page = await as('coordinator');
    await go('/reports');
    const button = page.locator('button[data-save-chart]').first();
    const [saved] = await Promise.all([page.waitForEvent('download'), button.click()]);
    const bytes = readFileSync(await saved.path());
    expect([saved.suggestedFilename().endsWith('.png'), bytes.subarray(1, 4).toString()]).toEqual([true, 'PNG']);
    expect(bytes.readUInt32BE(16)).toBeGreaterThan(1_000);
    const [table] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('a[href="/reports/verdicts.csv"]').click(),
    ]);
    expect(readFileSync(await table.path(), 'utf8')).toContain('Sai lệch');
    await picture('coordinator-1-reports');
    await go('/fairness');
    await picture('coordinator-2-fairness');
    await go('/cases');
    await picture('coordinator-3-cases');
  });

  it('an administrator: accounts, sources, calendar, retention, the chain', async () => {
    const page = await as('administrator');
    await go('/administration');
    await page.fill('#email', 'nguoi-moi@thu-nghiem.example');
    await page.selectOption('#role', 'auditor');
    await page.click('form[action="/administration/invitations"] button');
    expect(await page.locator('[role=status] code').textContent()).toContain('/invitation?token=');
    await picture('administrator-1-invited');
    await page.locator('summary[aria-label="Khóa: Tài khoản coordinator"]').click();
    await picture('administrator-2-asks-first');
    await page.locator('details.ask[open] button').click();
    await page.getByRole('button', { name: 'Mở khóa: Tài khoản coordinator' }).click();
    await page.locator('summary[aria-label="Khóa: Tài khoản coordinator"]').waitFor();
    for (const [index, path] of ['calendar', 'models', 'retention', 'audit?check=1'].entries()) {
      expect((await go(`/administration/${path}`))?.status()).toBe(200);
      await picture(`administrator-${index + 3}-${path.replace(/\?.*/, '')}`);
    }
    await go('/sources');
    await picture('administrator-7-sources');
  });

  it('an auditor: reads everything, changes nothing, on a small screen, in the dark and on paper', async () => {
    const page = await as('auditor');
    const path = `/cases/${made.cases.released}`;
    await go(path);
    expect(await page.locator('details.command form').count()).toBe(0);
    await page.emulateMedia({ media: 'print' });
    await page.pdf({ path: join(PICTURES, 'auditor-1-case.pdf'), format: 'A4' });
    await picture('auditor-1-case-print');
    await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
    await picture('auditor-2-case-dark');
    await page.setViewportSize({ width: 360, height: 800 });
    for (const [index, each] of [
      '/',
      '/stream',
      `/flags/${made.confirmedFlagId}`,
      path,
      '/administration/audit',
    ].entries()) {
      await go(each);
      expect(
        await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
        each,
      ).toBe(0);
      await picture(`auditor-${index + 3}-narrow`);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.emulateMedia({ colorScheme: 'light' });
    expect(office.failures).toEqual([]);
  });
});
