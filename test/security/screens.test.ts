import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOSTILE } from '../../packages/desk/test/hostile.ts';
import { plantHostile } from '../../packages/desk/test/plant-hostile.ts';
import { openBrowser, type Visitor } from '../e2e/browser.ts';
import { sample } from './extent.ts';
import { type Fortress, openFortress, PASSWORD, PROFILE } from './fortress.ts';
import { furnish } from './furnish.ts';
import { tell } from './tell.ts';

let fortress: Fortress;
let visitor: Visitor;
/** What the browser ran, refused or was asked that only a text from outside can have brought. */
const broken: string[] = [];

beforeAll(async () => {
  fortress = await openFortress();
  visitor = await openBrowser();
  const { page } = visitor;
  await page.exposeFunction('hacked', (n: unknown) => broken.push(`ran ${n}`));
  page.on('dialog', (dialog) => {
    broken.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    // A policy that had to refuse something means that a text became markup before.
    if (/content.security.policy|refused to/i.test(message.text())) broken.push(`${page.url()} ${message.text()}`);
  });
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== fortress.address) broken.push(`asked ${request.url()}`);
  });
  await signIn(page);
});
afterAll(async () => {
  await visitor.close();
  await fortress.close();
});

async function signIn(page: Page): Promise<void> {
  await page.goto(`${fortress.address}/sign-in`);
  await page.fill('#email', fortress.emailOf('analyst'));
  await page.fill('#password', PASSWORD);
  await page.click('form[action="/sign-in"] button');
  await page.waitForURL(`${fortress.address}/`);
}

async function look(path: string): Promise<void> {
  await visitor.page.goto(`${fortress.address}${path}`);
  expect(broken, path).toEqual([]);
}

describe('hostile texts in a real browser', () => {
  it('run nothing in any list or on any page that shows what the press wrote', async ({ task }) => {
    const planted = await plantHostile(fortress.database.pool, PROFILE);
    const { page } = visitor;
    for (let path: string | null = '/stream'; path !== null; ) {
      await look(path);
      path = await page.evaluate<string | null>('document.querySelector("a[rel=next]")?.getAttribute("href") ?? null');
    }
    for (const path of ['/', '/today', '/flags', '/records', '/sources', '/reports', '/fairness']) await look(path);
    for (const { articleId, flagId } of sample(planted, 14)) {
      await look(`/articles/${articleId}`);
      await look(`/flags/${flagId}`);
    }
    tell(task, 'Mã kịch bản lưu sẵn, xem bằng Chromium', HOSTILE.length);
  });

  it('run nothing when they are typed into addresses and searches', async ({ task }) => {
    const texts = sample(HOSTILE, 12);
    for (const text of texts) {
      const word = encodeURIComponent(text);
      for (const path of [`/stream?q=${word}`, `/records?q=${word}`, `/sign-in?back=${word}`, `/${word}`])
        await look(path);
    }
    tell(task, 'Mã kịch bản phản hồi lại, xem bằng Chromium', texts.length * 4);
  });

  it('run nothing on a case whose every word is one', async ({ task }) => {
    const texts = sample(HOSTILE, 4);
    for (const text of texts) {
      const { caseId } = await furnish(fortress, text.trim());
      await look(`/cases/${caseId}`);
      await look('/cases');
    }
    tell(task, 'Mã kịch bản trong vụ việc, xem bằng Chromium', texts.length);
  });

  it('would have been seen: the page can call what they call', async () => {
    await visitor.page.evaluate('hacked(7)');
    expect(broken.splice(0)).toEqual(['ran 7']);
  });
});
