// Takes pictures of every page of a running desk: `node packages/desk/test/look.ts <address> <e-mail> <password> [dark|light] [width] [path…]`.
import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';

const [address, email, password, scheme = 'light', width = '1280', ...asked] = process.argv.slice(2);
if (address === undefined || email === undefined || password === undefined)
  throw new Error('cần địa chỉ, thư điện tử và mật khẩu');
const folder = new URL('../../../test-output/look/', import.meta.url).pathname;
mkdirSync(folder, { recursive: true });

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
const page = await browser.newPage({
  colorScheme: scheme === 'dark' ? 'dark' : 'light',
  viewport: { width: Number(width), height: 900 },
});
page.on('console', (message) => process.stdout.write(`${page.url()} ${message.type()}: ${message.text()}\n`));
page.on('pageerror', (error) => process.stdout.write(`${page.url()} ${error.message}\n`));
await page.goto(`${address}/sign-in`);
await page.screenshot({ path: `${folder}sign-in-${scheme}-${width}.png` });
await page.fill('#email', email);
await page.fill('#password', password);
await page.click('form[action="/sign-in"] button');
const paths =
  asked.length > 0
    ? asked
    : [
        '/',
        '/stream',
        '/flags',
        '/cases',
        '/agency',
        '/records',
        '/sources',
        '/briefings',
        '/reports',
        '/fairness',
        '/administration',
        '/administration/profile',
        '/administration/audit',
        '/help',
        '/preferences',
      ];
for (const path of paths) {
  const response = await page.goto(`${address}${path}`);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  const name = path.replaceAll(/[^a-z0-9]+/gi, '-').replaceAll(/^-|-$/g, '') || 'today';
  await page.screenshot({ path: `${folder}${name}-${scheme}-${width}.png`, fullPage: true });
  process.stdout.write(`${response?.status()} ${path}${wide > 0 ? ` rộng thừa ${wide} px` : ''}\n`);
}
await browser.close();
