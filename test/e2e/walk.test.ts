import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadConfig } from '@lamro/runtime';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalSystem, startSystem } from '../../infra/local/system.ts';
import { CHROMIUM, openBrowser, signIn, type Visitor } from './browser.ts';

const PROFILE = 'hai-phong';

/** One planted distortion, from the list of flags to the briefing that tells of it, as each role sees it in a browser. */
describe.skipIf(CHROMIUM === undefined)('the whole way', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lamro-walk-'));
  let system: LocalSystem;
  let visitor: Visitor;
  let casePath = '';

  beforeAll(async () => {
    system = await startSystem(
      loadConfig({ LAMRO_HOME: join(folder, 'data'), PORT: '0', LAMRO_PROFILE: PROFILE }, {}),
      false,
    );
    visitor = await openBrowser();
  });
  afterAll(async () => {
    await visitor?.close();
    const report = await system?.shutdown.run();
    rmSync(folder, { recursive: true, force: true });
    expect(report?.failed).toEqual([]);
  });

  /** The planted distortion whose outlet will correct itself. */
  function planted() {
    const { newsroom } = system;
    const change = newsroom?.edition.changes.find((candidate) => candidate.step === `correction:${PROFILE}`);
    const article = newsroom?.edition.articles.find((candidate) => candidate.id === change?.article);
    if (newsroom === null || article === undefined) throw new Error('the sample press has no planted correction');
    return { newsroom, article };
  }

  async function as(role: string, path: string): Promise<void> {
    await signIn(visitor, system.address, system.accountsFile ?? '', role);
    await visitor.page.goto(`${system.address}${path}`);
  }

  /** Opens the part of the page that holds a command's form, as a person would. */
  async function unfold(command: string): Promise<void> {
    const part = visitor.page.locator(`details:has(form[action$="/${command}"])`).first();
    if ((await part.count()) > 0 && (await part.getAttribute('open')) === null)
      await part.locator('summary').first().click();
  }

  async function give(command: string, fields: Readonly<Record<string, string>> = {}): Promise<void> {
    await unfold(command);
    const form = visitor.page.locator(`form[action$="/${command}"]`).first();
    for (const [name, value] of Object.entries(fields)) await form.locator(`[name="${name}"]`).fill(value);
    await form.locator('button[type=submit]').first().click();
    await visitor.page.waitForLoadState();
  }

  const text = async () => (await visitor.page.locator('main').textContent()) ?? '';

  it('the analyst finds the flag with quote and contradiction, and confirms it', async () => {
    const { article } = planted();
    await as('analyst', '/flags');
    const link = visitor.page.locator('main a', { hasText: article.title });
    for (let tries = 0; tries < 90 && (await link.count()) === 0; tries++) {
      await sleep(1_000);
      await visitor.page.reload();
    }
    await visitor.picture('walk-flags');
    await link.first().click();
    await visitor.page.waitForURL('**/flags/*');
    const quote = article.claims.find((claim) => claim.verdict === 'distorted')?.quote ?? '';
    expect(quote).not.toBe('');
    expect(await text()).toContain(quote.slice(0, 40));
    await visitor.picture('walk-flag');
    await visitor.page.check('input[name=decision][value=confirmed]');
    await visitor.page.selectOption('select[name=verdict]', 'distorted');
    await visitor.page.fill('textarea[name=reason]', 'Nội dung trái với thông tin chính thức đã công bố.');
    await visitor.page.click('main form[action$="/decision"] button[type=submit]');
    await visitor.page.locator('form[action="/cases"] button').waitFor();
  });

  it('the analyst opens the case and assigns it by the regulation', async () => {
    await visitor.page.locator('form[action="/cases"] button').click();
    await visitor.page.waitForURL('**/cases/*');
    casePath = new URL(visitor.page.url()).pathname;
    expect(await text()).toMatch(/Điều 9 Quy chế/);
    await give('assign');
    expect(await text()).toContain('Công an thành phố');
    await visitor.picture('walk-assigned');
  });

  it('the agency accepts, drafts and submits', async () => {
    await as('officer', '/agency');
    await visitor.picture('walk-agency');
    await visitor.page.goto(`${system.address}${casePath}`);
    await give('accept');
    const body = 'Vụ cháy ngày 18/11 làm 6 công nhân bị ngạt nhẹ và không có người tử vong.';
    await give('draft', { title: 'Thông tin làm rõ về vụ cháy tại An Dương', body });
    expect(await text()).toContain(body);
    await give('submit');
    await visitor.picture('walk-submitted');
  });

  it('the leader approves', async () => {
    await as('leader', casePath);
    await give('approve');
    await visitor.picture('walk-approved');
    expect(await visitor.page.locator('form[action$="/release"]').count()).toBeGreaterThan(0);
  });

  it('the agency releases it as a press release with number, date and file', async () => {
    await as('officer', casePath);
    const file = join(folder, 'thong-cao.pdf');
    writeFileSync(file, smallPdf('Thong cao bao chi ve vu chay tai An Duong'));
    await unfold('attach-file');
    await visitor.page.locator('form[action$="/attach-file"] input[type=file]').setInputFiles(file);
    await give('attach-file');
    await visitor.page.goto(`${system.address}${casePath}?channel=press-release`);
    await unfold('release');
    await visitor.page.locator('form[action$="/release"] [name=file]').selectOption({ index: 1 });
    await give('release', { number: '12/TCBC', date: new Date().toISOString().slice(0, 10) });
    expect(await text()).toContain('12/TCBC');
    await visitor.picture('walk-released');
  });

  it('a later look finds that the outlet corrected itself, and a person confirms it', async () => {
    const { newsroom } = planted();
    newsroom.advance(`correction:${PROFILE}`);
    await give('request-check');
    const confirm = visitor.page.locator('form[action$="/confirm-outcome"]');
    for (let tries = 0; tries < 60 && (await confirm.count()) === 0; tries++) {
      await sleep(1_000);
      await visitor.page.goto(`${system.address}${casePath}`);
    }
    await unfold('confirm-outcome');
    await visitor.picture('walk-outcome');
    expect(await confirm.first().locator('[name=outcome]').first().inputValue()).toBe('corrected');
    await give('confirm-outcome');
    expect(await text()).toMatch(/đã cải chính/i);
    await as('analyst', casePath);
    await give('close');
    await visitor.picture('walk-closed');
  });

  it('the weekly briefing tells of it, in an official DOCX that is issued and kept', async () => {
    const { page } = visitor;
    await as('coordinator', '/briefings');
    const create = page.locator('form[action="/briefings"]').first();
    await create.locator('button[type=submit]').click();
    await page.waitForURL(/\/briefings\/\d+/);
    await visitor.picture('walk-briefing-draft');
    await unfold('issue');
    await give('issue', { signer: 'Nguyễn Văn Mẫu' });
    await visitor.picture('walk-briefing-issued');
    const download = page.waitForEvent('download');
    await page.locator('main a[href$="/docx"]').first().click();
    const docx = await JSZip.loadAsync(readFileSync(await (await download).path()));
    const xml = (await docx.file('word/document.xml')?.async('string')) ?? '';
    const words = xml.replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '');
    expect(words).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(words).toContain(planted().article.title);
    expect(words).toContain('Thông tin làm rõ về vụ cháy tại An Dương (Thông cáo báo chí');
    expect(words).toMatch(/đã cải chính/i);
  });
});

/** A one-page PDF with a line of selectable text. */
function smallPdf(line: string): Buffer {
  const stream = `BT /F1 14 Tf 72 760 Td (${line}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const xref = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${xref}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(body + end, 'latin1');
}
