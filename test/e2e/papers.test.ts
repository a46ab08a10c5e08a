import { AxeBuilder } from '@axe-core/playwright';
import { insertFlaggedArticle } from '@lamro/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Office, PROFILE } from '../../packages/desk/test/office.ts';
import { CHROMIUM, openBrowser, type Visitor } from './browser.ts';
import { type DeskServer, startDesk } from './desk-server.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
let office: Office;
let desk: DeskServer;
let visitor: Visitor;
let address: string;

beforeAll(async () => {
  desk = await startDesk();
  office = desk.office;
  address = desk.address;
  await insertFlaggedArticle(office.database.pool, { profile: PROFILE, title: 'Giá lúa tăng' });
  if (CHROMIUM !== undefined) visitor = await openBrowser();
});
afterAll(async () => {
  await visitor?.close();
  await desk.close();
});

describe.skipIf(CHROMIUM === undefined)('briefings, reports and feeds in a real browser', () => {
  it('have no violation of WCAG 2.2 AA and fit the screen', async () => {
    const { page } = visitor;
    await page.goto(`${address}/sign-in`);
    await page.fill('input[name=email]', office.emailOf('coordinator'));
    await page.fill('input[name=password]', office.password);
    await page.click('main form button[type=submit]');
    await page.waitForURL(`${address}/`);
    await page.goto(`${address}/reports/periods`);
    await page.click('form[action="/reports/periods"] button');
    await page.waitForURL(/\/reports\/periods\/\d+$/);
    const report = new URL(page.url()).pathname;
    await page.goto(`${address}/briefings`);
    await page.fill('#recipient-name', 'Văn phòng Ủy ban nhân dân');
    await page.fill('#recipient-address', 'vp@co-quan.example');
    await page.click('form[action="/briefings/recipients"] button');
    const found: string[] = [];
    for (const [width, scheme] of [
      [1280, 'light'],
      [360, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: scheme });
      for (const path of ['/briefings', '/reports/periods', report, '/stream/feeds']) {
        await page.goto(`${address}${path}`);
        const wide = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
        if (wide !== 0) found.push(`${path} is ${wide} px too wide at ${width}`);
        const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
        found.push(...violations.flatMap(({ id, nodes }) => nodes.map((node) => `${path} ${id}: ${node.html}`)));
        await visitor.picture(`${path.replaceAll(/[^a-z]+/g, '-').replaceAll(/^-|-$/g, '')}-${width}`);
      }
    }
    expect(found).toEqual([]);
    expect(office.failures).toEqual([]);
  });
});
