import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { createApi } from '@lamro/api';
import { type Role, systemClock } from '@lamro/domain';
import { loadCalendar, loadProfile } from '@lamro/profiles';
import { insertFlaggedArticle } from '@lamro/testkit';
import { Hono } from 'hono';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Furnished, furnish } from '../../packages/desk/test/furnish.ts';
import { HOSTILE } from '../../packages/desk/test/hostile.ts';
import { type Office, PROFILE } from '../../packages/desk/test/office.ts';
import { plantHostile } from '../../packages/desk/test/plant-hostile.ts';
import { CHROMIUM, openBrowser, type Visitor } from './browser.ts';
import { type DeskServer, startDesk } from './desk-server.ts';

const PICTURES = join(import.meta.dirname, '..', '..', 'test-output', 'pages');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const VIEWS = [
  { name: 'light', scheme: 'light', width: 1280 },
  { name: 'dark', scheme: 'dark', width: 1280 },
  { name: 'narrow', scheme: 'light', width: 360 },
  // A screen of 1280 at 200% zoom.
  { name: 'zoomed', scheme: 'dark', width: 640 },
] as const;

/** What opens without an account. */
const STRANGERS = ['/sign-in', '/sign-in/code', '/invitation?token=x', '/reset-password', '/reset-password?token=x'];

let office: Office;
let desk: DeskServer;
let address: string;
let visitor: Visitor;
let made: Furnished;
const complaints: string[] = [];

beforeAll(async () => {
  desk = await startDesk(withApi);
  office = desk.office;
  address = desk.address;
  made = await furnish(office);
  visitor = await openBrowser();
  visitor.page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${visitor.page.url()} ${message.text()}`);
  });
  visitor.page.on('pageerror', (error) => complaints.push(`${visitor.page.url()} ${error.message}`));
  mkdirSync(PICTURES, { recursive: true });
});
afterAll(async () => {
  await visitor.close();
  await desk.close();
});

/** The desk with the API beside it, as the api service mounts them: its pages hear of changes there. */
function withApi({ database: { pool }, identity, casework, blobs: blobStore, fetch }: Office, baseUrl: string): Hono {
  const parts = { pool, identity, casework, profiles: loadProfile, calendar: loadCalendar(), clock: systemClock };
  const app = new Hono();
  app.route('/api/v1', createApi({ ...parts, blobStore, baseUrl }));
  app.mount('/', fetch);
  return app;
}

const signInAs = (role: Role): Promise<Page> => desk.signIn(visitor, role);

async function inspect(page: Page, path: string, view: (typeof VIEWS)[number]): Promise<string[]> {
  await page.goto(`${address}${path}`);
  const wide = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  // A zoomed screen is a narrower one: what it must not do is run over the edge.
  if (view.name === 'zoomed') return wide === 0 ? [] : [`${path} (${view.name}) is ${wide} px too wide`];
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  const name = path.replaceAll(/[^a-z]+/g, '-').replaceAll(/^-|-$/g, '') || 'today';
  await page.screenshot({ path: join(PICTURES, `${name}-${view.name}.png`), fullPage: true });
  return [
    ...(wide === 0 ? [] : [`${path} (${view.name}) is ${wide} px too wide`]),
    ...violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${path} (${view.name}) ${id}: ${node.html} ${node.failureSummary}`),
    ),
  ];
}

function pathsOf(role: Role): string[] {
  const cases = Object.values(made.cases).map((id) => `/cases/${id}`);
  if (role === 'officer') return ['/', '/agency', ...cases.slice(1)];
  if (role === 'leader') return [...cases];
  if (role === 'administrator')
    return [
      '/administration',
      '/administration/profile',
      '/administration/calendar',
      '/administration/models',
      '/administration/retention',
      '/administration/audit?check=1',
      '/administration/webhooks',
      '/administration/weights',
      '/administration/deliveries',
      '/administration/deliveries/1',
      '/sources',
    ];
  return [
    '/',
    '/stream',
    '/stream?q=y+t%E1%BA%BF',
    '/stream?language=ko',
    `/articles/${made.articleId}`,
    `/articles/${made.editedArticleId}/versions/${made.editedVersionId}/difference`,
    '/flags',
    `/flags/${made.openFlagId}`,
    `/flags/${made.confirmedFlagId}`,
    `/flags/${made.dismissedFlagId}`,
    '/cases',
    ...cases,
    `/cases/${made.cases.released}?channel=spokesperson`,
    '/agency',
    '/records',
    '/briefings',
    '/reports',
    '/fairness',
    '/help',
    '/preferences',
    '/nowhere',
    '/administration',
  ];
}

describe.skipIf(CHROMIUM === undefined)('pages in a real browser', () => {
  const visits = VIEWS.flatMap((view) => [
    { name: view.name, who: 'a stranger', view, role: null },
    ...(['analyst', 'officer', 'leader', 'administrator'] as const).map((role) => ({
      name: view.name,
      who: `the ${role}`,
      view,
      role,
    })),
  ]);
  it.each(visits)(
    'have no violation of WCAG 2.2 AA and fit the screen: $name, for $who',
    async ({ view, role }) => {
      const { page } = visitor;
      await page.emulateMedia({ colorScheme: view.scheme });
      await page.setViewportSize({ width: view.width, height: 900 });
      if (role === null) await page.context().clearCookies();
      else await signInAs(role);
      const found: string[] = [];
      for (const path of role === null ? STRANGERS : pathsOf(role)) found.push(...(await inspect(page, path, view)));
      expect(found).toEqual([]);
    },
    300_000,
  );

  it('are walked through by keys', async () => {
    const page = await signInAs('analyst');
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(`${address}/stream`);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    const second = await page.locator('[data-row]').nth(1).locator('h3 a').getAttribute('href');
    expect(await page.evaluate('document.activeElement.getAttribute("href")')).toBe(second);
    await page.keyboard.press('k');
    expect(await page.locator('[data-row].here').count()).toBe(1);
    await page.keyboard.press('/');
    await page.keyboard.type('jk');
    expect(await page.inputValue('#search')).toBe('jk');
    await page.keyboard.press('Tab');
    await page.locator('main').press('?');
    await page.waitForURL(`${address}/help`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Đến nội dung chính');
  });

  it('tell of newer items as they come, and put them on top without losing the place', async () => {
    const page = await signInAs('analyst');
    const { pool } = office.database;
    for (let n = 0; n < 12; n++) await insertFlaggedArticle(pool, { profile: PROFILE, title: `Tin nền ${n}` });
    const followed = page.waitForResponse((response) => response.url().endsWith('/api/v1/events'));
    await page.goto(`${address}/stream`);
    expect((await followed).status()).toBe(200);
    const row = page.locator('.item').nth(6);
    await row.locator('[data-pick]').check();
    const title = await row.locator('h3 a').textContent();
    await row.scrollIntoViewIfNeeded();
    await page.evaluate('scrollTo(0, 900)');
    await insertFlaggedArticle(pool, { profile: PROFILE, title: 'Tin vừa mới đến' });
    await page.locator('.newest a').waitFor();
    expect(await page.locator('.newest').textContent()).toBe('Có 1 tin mới. Hiện lên đầu danh sách');
    const held = page.locator('.item', { hasText: title ?? '' }).first();
    const before = (await held.boundingBox())?.y ?? 0;
    await page.locator('.newest a').dispatchEvent('click');
    await page.locator('.item', { hasText: 'Tin vừa mới đến' }).waitFor();
    expect(await page.locator('.item h3 a').first().textContent()).toBe('Tin vừa mới đến');
    expect(await page.locator('.newest').textContent()).toBe('');
    // What was ticked stays ticked, and stays where the eye is.
    expect(await held.locator('[data-pick]').isChecked()).toBe(true);
    const moved = Math.abs(((await held.boundingBox())?.y ?? 0) - before);
    expect(moved).toBeLessThan(5);
    expect(page.url()).toBe(`${address}/stream`);
  });

  it('ask from time to time where the stream of changes cannot be had', async () => {
    const page = await signInAs('analyst');
    const before = complaints.length;
    await page.route('**/api/v1/events', (route) => route.abort());
    await page.clock.install();
    await page.goto(`${address}/stream`);
    await insertFlaggedArticle(office.database.pool, { profile: PROFILE, title: 'Tin không ai báo' });
    await page.clock.runFor(46_000);
    await page.locator('.newest a').waitFor();
    await page.unroute('**/api/v1/events');
    // The browser complains of what was cut off on purpose.
    complaints.splice(before);
  });

  it('decide a flag in three actions, without the mouse', async () => {
    const page = await signInAs('analyst');
    await page.goto(`${address}/flags/${made.openFlagId}`);
    await page.locator('#d-needs-evidence').press('Space');
    await page.locator('#template').selectOption({ index: 6 });
    await page.locator('form#decision button').press('Enter');
    await page.waitForLoadState();
    expect(await page.locator('.actions .badge').first().textContent()).toBe('Chờ thêm căn cứ');
  });

  it('run nothing that stands in an article', async () => {
    const page = await signInAs('analyst');
    await page.addInitScript(
      'window.hits = []; window.hacked = (n) => window.hits.push(n); document.addEventListener("securitypolicyviolation", (e) => window.hits.push(e.violatedDirective + " " + e.blockedURI));',
    );
    page.on('dialog', (dialog) => complaints.push(`dialog ${dialog.message()}`));
    const planted = await plantHostile(office.database.pool, PROFILE);
    const hits: unknown[] = [];
    const visit = async (path: string) => {
      await page.goto(`${address}${path}`);
      hits.push(...((await page.evaluate('window.hits')) as unknown[]));
    };
    let next: string | null = '/stream';
    let shown = 0;
    while (next !== null) {
      await visit(next);
      shown += await page.locator('.item').count();
      const link = page.locator('a[rel=next]');
      next = (await link.count()) === 0 ? null : await link.getAttribute('href');
    }
    expect(shown).toBeGreaterThanOrEqual(HOSTILE.length);
    // Every attempt stands in the lists; the pages of one article are all made alike, and every eighth is opened.
    for (const { articleId, flagId } of planted.filter((_, index) => index % 8 === 0)) {
      await visit(`/articles/${articleId}`);
      await visit(`/flags/${flagId}`);
    }
    expect(hits).toEqual([]);
  }, 300_000);

  it('complained about nothing on the way', () => {
    // A page that is not there and one that is not allowed are opened on purpose.
    expect(complaints.filter((line) => !/\/(nowhere|administration) .*(404|403)/.test(line))).toEqual([]);
    expect(office.failures).toEqual([]);
  });
});
