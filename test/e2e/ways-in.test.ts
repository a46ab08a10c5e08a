import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { waysIn } from '@lamro/api';
import { createLogger, loadConfig } from '@lamro/runtime';
import { totp } from '@lamro/testkit';
import { Hono } from 'hono';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SmtpServer, startSmtpServer } from '../../packages/delivery/test/smtp-server.ts';
import { type Office, openOffice, PROFILE } from '../../packages/desk/test/office.ts';
import { CHROMIUM, openBrowser, type Visitor } from './browser.ts';
import { officeProvider, PROVIDER_CLIENT } from './office-provider.ts';

let mail: SmtpServer;
let provider: Server;
let server: Server;
let address: string;
let office: Office;
let visitor: Visitor;
const PASSWORD = 'một mật khẩu đủ dài';

beforeAll(async () => {
  mail = await startSmtpServer();
  const bound = await serve((request, response) => handlers.desk(request, response));
  server = bound.server;
  address = bound.address;
  const sign = await serve((request, response) => handlers.provider(request, response));
  provider = sign.server;
  handlers.provider = officeProvider(sign.address, address).callback();
  const config = loadConfig(
    {
      SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
      MAIL_FROM: 'Làm Rõ <lam-ro@thu-nghiem.example>',
      BASE_URL: address,
      OIDC_DISCOVERY_URL: `${sign.address}/.well-known/openid-configuration`,
      OIDC_CLIENT_ID: PROVIDER_CLIENT.clientId,
      OIDC_CLIENT_SECRET: PROVIDER_CLIENT.clientSecret,
    },
    {},
  );
  const { mailer, singleSignOn } = waysIn(config, createLogger('test', 'silent'));
  if (!mailer || !singleSignOn) throw new Error('both are configured');
  office = await openOffice(address, undefined, { mailer, singleSignOn });
  const app = new Hono();
  app.all('/api/auth/*', (c) => office.identity.handler(c.req.raw));
  app.mount('/', office.fetch);
  handlers.desk = getRequestListener(app.fetch);
  visitor = await openBrowser();
  // The provider's own pages ask for a font from elsewhere; nothing leaves this machine.
  await visitor.page.context().route(/googleapis|gstatic/, (route) => route.abort());
});
afterAll(async () => {
  await visitor.close();
  for (const one of [server, provider])
    await new Promise<void>((resolve) => {
      one.close(() => resolve());
      one.closeAllConnections();
    });
  await office.close();
  await mail.close();
});

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;
const handlers: { desk: Handler; provider: Handler } = { desk: () => undefined, provider: () => undefined };

async function serve(handler: Handler): Promise<{ server: Server; address: string }> {
  const made = createServer((request, response) => void handler(request, response));
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  const bound = made.address();
  return { server: made, address: `http://127.0.0.1:${bound !== null && typeof bound === 'object' ? bound.port : 0}` };
}

const makeAccount = (name: string, role: 'analyst' | 'leader' = 'analyst') =>
  office.identity.createAccount({
    email: `${name}@example.vn`,
    name: `Người tên ${name}`,
    role,
    agency: null,
    profile: PROFILE,
    password: PASSWORD,
  });

async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.goto(`${address}/sign-in`);
  await page.fill('#email', email);
  await page.fill('#password', password);
  await page.click('form[action="/sign-in"] button');
}

async function fresh(): Promise<Page> {
  await visitor.page.context().clearCookies();
  return visitor.page;
}

/** The link in the newest letter to an address. */
async function linkTo(recipient: string): Promise<string> {
  await expect.poll(() => mail.mails.filter(({ to }) => to.includes(recipient)).length).toBeGreaterThan(0);
  const content = mail.mails.findLast(({ to }) => to.includes(recipient))?.content ?? '';
  const [, encoding = ''] = /Content-Transfer-Encoding: (\S+)/i.exec(content) ?? [];
  const body = content.slice(content.indexOf('\r\n\r\n') + 4);
  const text = encoding.toLowerCase() === 'base64' ? Buffer.from(body, 'base64').toString() : unfold(body);
  return /http:\/\/127\.0\.0\.1\S+/.exec(text)?.[0] ?? '';
}

function unfold(body: string): string {
  return body
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

describe.skipIf(CHROMIUM === undefined)('the ways in, in a real browser', () => {
  async function throughOffice(page: Page, login: string): Promise<void> {
    await page.goto(`${address}/sign-in?back=%2Fflags`);
    await page.click('a[href^="/sign-in/office"]');
    await page.fill('input[name=login]', login);
    await page.fill('input[name=password]', 'x');
    await page.click('button[type=submit]');
    await page.waitForURL((url) => url.href.startsWith(address) || url.pathname.startsWith('/interaction'));
    if (!page.url().startsWith(address)) await page.click('button[type=submit]');
    await page.waitForURL((url) => url.href.startsWith(address));
  }

  it('lead by the account of the office to where somebody wanted to go', async () => {
    await makeAccount('lan');
    const page = await fresh();
    await page.goto(`${address}/sign-in`);
    await visitor.picture('sign-in-with-office');
    await throughOffice(page, 'lan');
    expect(page.url()).toBe(`${address}/flags`);
    expect(await page.locator('.account a').textContent()).toBe('Người tên lan');
  });

  it('keep out by the account of the office whoever has none here, and say what to do', async () => {
    const page = await fresh();
    await page.context().clearCookies();
    await throughOffice(page, 'nguoi-la');
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    expect(await page.locator('[role=alert]').textContent()).toContain('không xác nhận được tài khoản nào ở đây');
    await visitor.picture('sign-in-office-refused');
  });

  it('ask for a second factor once it is set up, and take no wrong code', async () => {
    await makeAccount('minh');
    const page = await fresh();
    await signIn(page, 'minh@example.vn');
    await page.goto(`${address}/preferences`);
    await page.fill('#factor-password', PASSWORD);
    await page.click('form[action="/preferences/second-factor"] button');
    const secret = (await page.locator('.panel code').first().textContent()) ?? '';
    await visitor.picture('second-factor');
    await page.fill('#code', totp(secret));
    await page.click('form[action="/preferences/second-factor/confirm"] button');
    expect(await page.locator('[role=status].ok').textContent()).toBe('Xác thực hai bước đã bật.');
    const back = await fresh();
    await signIn(back, 'minh@example.vn');
    await back.fill('#code', '000000');
    await back.click('form[action="/sign-in/code"] button');
    expect(await back.locator('[role=alert]').textContent()).toContain('Mã chưa đúng');
    await back.fill('#code', totp(secret, 1));
    await back.click('form[action="/sign-in/code"] button');
    await back.waitForURL(`${address}/`);
  });

  it('lock an account after five wrong passwords, until an administrator opens it', async () => {
    await makeAccount('quen');
    const page = await fresh();
    for (let n = 0; n < 6; n++) await signIn(page, 'quen@example.vn', 'không phải mật khẩu này');
    expect(await page.locator('[role=alert]').textContent()).toContain('Tài khoản tạm khóa');
    await signIn(page, 'quen@example.vn');
    expect(await page.locator('[role=alert]').textContent()).toContain('Tài khoản tạm khóa');
    await signIn(page, office.emailOf('administrator'), office.password);
    await page.goto(`${address}/administration`);
    await page.getByRole('button', { name: 'Xóa lần nhập sai: Người tên quen' }).click();
    const back = await fresh();
    await signIn(back, 'quen@example.vn');
    await back.waitForURL(`${address}/`);
  });

  it('list the sessions of a person and end one of them', async () => {
    await makeAccount('nhieu');
    const there = await openBrowser();
    await signIn(there.page, 'nhieu@example.vn');
    await there.page.waitForURL(`${address}/`);
    const page = await fresh();
    await signIn(page, 'nhieu@example.vn');
    await page.goto(`${address}/preferences`);
    expect(await page.locator('form[action="/preferences/sessions/end"]').count()).toBe(2);
    const here = page.locator('tr', { has: page.locator('.badge', { hasText: 'phiên này' }) });
    expect(await here.count()).toBe(1);
    const other = page
      .locator('tr', { has: page.locator('form[action="/preferences/sessions/end"]') })
      .filter({ hasNot: page.locator('.badge') });
    await other.locator('summary').click();
    await other.locator('button').click();
    await expect.poll(() => page.locator('form[action="/preferences/sessions/end"]').count()).toBe(1);
    await there.page.goto(`${address}/flags`);
    expect(new URL(there.page.url()).pathname).toBe('/sign-in');
    await there.close();
  });

  it('bring somebody in by an invitation that came by e-mail', async () => {
    const page = await fresh();
    await signIn(page, office.emailOf('administrator'), office.password);
    await page.goto(`${address}/administration`);
    await page.fill('#email', 'duoc-moi@thu-nghiem.example');
    await page.fill('#name', 'Người được mời');
    await page.selectOption('#role', 'leader');
    await page.click('form[action="/administration/invitations"] button');
    const link = await linkTo('duoc-moi@thu-nghiem.example');
    const guest = await fresh();
    await guest.goto(link);
    await guest.fill('#password', PASSWORD);
    await guest.click('form[action="/invitation"] button');
    expect(await guest.locator('[role=status].ok').textContent()).toContain('Tài khoản đã sẵn sàng');
    await signIn(guest, 'duoc-moi@thu-nghiem.example');
    await guest.waitForURL(`${address}/`);
    expect(await guest.locator('.account a').textContent()).toBe('Người được mời');
  });

  it('give a new password by a link that came by e-mail, once', async () => {
    await makeAccount('quen-han');
    const page = await fresh();
    await page.goto(`${address}/sign-in`);
    await page.click('a[href="/reset-password"]');
    await page.fill('#email', 'quen-han@example.vn');
    await page.click('form[action="/reset-password"] button');
    expect(await page.locator('[role=status].ok').textContent()).toContain('Nếu địa chỉ này có tài khoản');
    const link = await linkTo('quen-han@example.vn');
    for (const expected of ['Mật khẩu đã được đổi', 'Liên kết không đúng']) {
      await page.goto(link);
      await page.fill('#password', 'mật khẩu hoàn toàn mới');
      await page.click('form[action="/reset-password/new"] button');
      expect(await page.locator('[role=status].ok, [role=alert]').textContent()).toContain(expected);
    }
    await signIn(page, 'quen-han@example.vn', 'mật khẩu hoàn toàn mới');
    await page.waitForURL(`${address}/`);
    expect(office.failures).toEqual([]);
  });
});
