import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';

export const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);

/** Nothing of the browser's own reaches for the network: tests stay on this machine. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const OUTPUT = join(import.meta.dirname, '..', '..', 'test-output', 'screens');

export interface Visitor {
  readonly page: Page;
  /** Keeps a picture of the page under test-output/screens. */
  picture(name: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens a real browser of its own, with an empty profile folder. */
export async function openBrowser(): Promise<Visitor> {
  const folder = mkdtempSync(join(tmpdir(), 'lamro-browser-'));
  const context: BrowserContext = await chromium.launchPersistentContext(folder, {
    ...(CHROMIUM === undefined ? {} : { executablePath: CHROMIUM }),
    headless: true,
    args: QUIET,
    viewport: { width: 1280, height: 900 },
    locale: 'vi-VN',
    acceptDownloads: true,
  });
  const page = context.pages()[0] ?? (await context.newPage());
  page.setDefaultTimeout(30_000);
  mkdirSync(OUTPUT, { recursive: true });
  return {
    page,
    picture: async (name) => {
      await page.screenshot({ path: join(OUTPUT, `${name}.png`), fullPage: true });
    },
    close: async () => {
      await context.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Signs a visitor in with the sample account of a role. */
export async function signIn(visitor: Visitor, address: string, accountsFile: string, role: string): Promise<void> {
  const line = readFileSync(accountsFile, 'utf8')
    .split('\n')
    .find((candidate) => candidate.startsWith(role));
  const [, email = '', password = ''] = line?.split(/\s+/) ?? [];
  const { page } = visitor;
  await page.context().clearCookies();
  await page.goto(address);
  await page.fill('input[type=email]', email);
  await page.fill('input[type=password]', password);
  await page.click('main form button[type=submit]');
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}
