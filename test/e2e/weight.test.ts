import { insertFlaggedArticle } from '@lamro/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { furnish } from '../../packages/desk/test/furnish.ts';
import { type Office, PROFILE } from '../../packages/desk/test/office.ts';
import { openBrowser, type Visitor } from './browser.ts';
import { type DeskServer, startDesk } from './desk-server.ts';

const LISTS = [
  '/',
  '/stream',
  '/flags',
  '/cases',
  '/records',
  '/sources',
  '/briefings',
  '/reports',
  '/fairness',
  '/agency',
];
/** More than a page of each list holds. */
const ITEMS = 45;
const MOST_BYTES = 100_000;

let office: Office;
let desk: DeskServer;
let visitor: Visitor;
let address: string;

beforeAll(async () => {
  desk = await startDesk();
  office = desk.office;
  address = desk.address;
  await furnish(office);
  for (let n = 0; n < ITEMS; n++)
    await insertFlaggedArticle(office.database.pool, {
      profile: PROFILE,
      title: `Chuyện thứ ${n} ở tỉnh với một đầu đề dài như đầu đề của báo thường dài`,
    });
  visitor = await openBrowser();
  await desk.signIn(visitor, 'analyst');
});
afterAll(async () => {
  await visitor.close();
  await desk.close();
});

/** Sum of layout shifts since the page began, as the browser itself counts them. */
const SHIFT = `new Promise((resolve) => {
  let sum = 0;
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) sum += entry.value; })
    .observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => resolve(sum), 300);
})`;

describe('the first view of a list', () => {
  it.each(LISTS)('%s comes in under 100 kB with an empty cache and does not move', async (path) => {
    const { page } = visitor;
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.setCacheDisabled', { cacheDisabled: true });
    let bytes = 0;
    let requests = 0;
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
      requests += 1;
    });
    await page.goto(`${address}${path}`, { waitUntil: 'load' });
    const shift = await page.evaluate(SHIFT);
    await session.detach();
    process.stdout.write(`${path}: ${bytes} bytes in ${requests} requests, layout shift ${shift}\n`);
    // Page, style and scripts: nothing was taken from a cache.
    expect(requests).toBeGreaterThanOrEqual(3);
    expect(bytes).toBeLessThan(MOST_BYTES);
    expect(shift).toBe(0);
  });
});
