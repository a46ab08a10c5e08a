import { createServer, type Server } from 'node:http';
import { createIdentity, type Identity } from '@lamro/access';
import { openTestDatabase, type TestDatabase, totp } from '@lamro/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { officeProvider, PROVIDER_CLIENT } from './office-provider.ts';

const PASSWORD = 'một mật khẩu đủ dài';
const BASE = 'http://127.0.0.1:8093';
let database: TestDatabase;
let server: Server;
let identity: Identity;
const mailed: { to: string; link: string }[] = [];

beforeAll(async () => {
  database = await openTestDatabase();
  server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const issuer = `http://127.0.0.1:${port}`;
  server.on('request', officeProvider(issuer, BASE).callback());
  identity = createIdentity({
    connectionString: database.url,
    secret: 'bí mật dùng trong kiểm thử, đủ dài'.padEnd(40, '.'),
    baseUrl: BASE,
    singleSignOn: {
      discoveryUrl: `${issuer}/.well-known/openid-configuration`,
      ...PROVIDER_CLIENT,
    },
    mailer: {
      sendInvitation: async ({ email }, link) => void mailed.push({ to: email, link }),
      sendReset: async ({ email }, link) => void mailed.push({ to: email, link }),
    },
  });
});
afterAll(async () => {
  await identity.close();
  await new Promise((resolve) => server.close(resolve));
  await database.close();
});

/** Cookies as a browser keeps them, by host. */
class Jar {
  readonly #cookies = new Map<string, string>();

  keep(headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      if (/max-age=0|expires=Thu, 01 Jan 1970/i.test(line)) this.#cookies.delete(pair.slice(0, at));
      else this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }

  get headers(): Headers {
    return new Headers({ cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ') });
  }
}

const account = (name: string) => ({
  email: `${name}@example.vn`,
  name,
  role: 'analyst' as const,
  agency: null,
  profile: 'thai-binh',
  password: PASSWORD,
});

async function signedIn(email: string, password = PASSWORD): Promise<Jar> {
  const outcome = await identity.signIn({ email, password });
  if (outcome.kind !== 'signed-in') throw new Error(`signed in: ${outcome.kind}`);
  const jar = new Jar();
  jar.keep(outcome.headers);
  return jar;
}

describe('single sign-on', () => {
  /** Walks the provider's own pages as a person would and returns the address that leads back to us. */
  async function authorise(url: string, login: string): Promise<string> {
    const jar = new Jar();
    let next: { url: string; form?: URLSearchParams } = { url };
    for (let step = 0; step < 12; step++) {
      if (next.url.startsWith(BASE)) return next.url;
      const response = await fetch(next.url, {
        redirect: 'manual',
        headers: jar.headers,
        ...(next.form === undefined ? {} : { method: 'POST', body: next.form }),
      });
      jar.keep(response.headers);
      const location = response.headers.get('location');
      if (location !== null) {
        next = { url: new URL(location, next.url).href };
        continue;
      }
      const page = await response.text();
      const action = /action="([^"]+)"/.exec(page)?.[1];
      if (action === undefined) throw new Error(`no form: ${page.slice(0, 300)}`);
      const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1] ?? '';
      next = { url: new URL(action, next.url).href, form: new URLSearchParams({ prompt, login, password: 'x' }) };
    }
    throw new Error('the provider never came back');
  }

  async function comeBack(login: string) {
    const started = await identity.startSingleSignOn({ returnTo: '/', errorTo: '/sign-in' });
    if (started === null) throw new Error('single sign-on is configured');
    const jar = new Jar();
    jar.keep(started.headers);
    const back = await authorise(started.url, login);
    const response = await identity.handler(new Request(back, { headers: jar.headers }));
    jar.keep(response.headers);
    return { location: response.headers.get('location') ?? '', jar };
  }

  it('brings a known person in with role and agency of the account', async () => {
    const id = await identity.createAccount(account('lan'));
    const { location, jar } = await comeBack('lan');
    expect(new URL(location, BASE).pathname).toBe('/');
    expect(await identity.actorOf(jar.headers)).toMatchObject({ id, role: 'analyst', profile: 'thai-binh' });
  });

  it('makes no account for a stranger', async () => {
    const { location, jar } = await comeBack('nguoi-la');
    expect(location).toContain('error=');
    expect(await identity.actorOf(jar.headers)).toBeNull();
    expect((await identity.listAccounts('thai-binh')).map(({ email }) => email)).not.toContain('nguoi-la@example.vn');
  });
});

describe('the second factor', () => {
  it('is enrolled with a code and asked for from then on', async () => {
    await identity.createAccount(account('minh'));
    const jar = await signedIn('minh@example.vn');
    const enrolled = await identity.enrolSecondFactor({ password: PASSWORD, headers: jar.headers });
    const secret = new URL(enrolled?.uri ?? '').searchParams.get('secret') ?? '';
    const confirmed = await identity.verifySecondFactor({ code: totp(secret), headers: jar.headers });
    expect(confirmed.kind).toBe('signed-in');

    const half = await identity.signIn({ email: 'minh@example.vn', password: PASSWORD });
    if (half.kind !== 'second-factor') throw new Error(`asked for the second factor: ${half.kind}`);
    const waiting = new Jar();
    waiting.keep(half.headers);
    expect(await identity.actorOf(waiting.headers)).toBeNull();
    expect((await identity.verifySecondFactor({ code: '000000', headers: waiting.headers })).kind).toBe('refused');
    const whole = await identity.verifySecondFactor({ code: totp(secret, 1), headers: waiting.headers });
    if (whole.kind !== 'signed-in') throw new Error(`signed in: ${whole.kind}`);
    waiting.keep(whole.headers);
    expect((await identity.actorOf(waiting.headers))?.name).toBe('minh');
  });

  it('takes a backup code once', async () => {
    await identity.createAccount(account('hoa'));
    const jar = await signedIn('hoa@example.vn');
    const enrolled = await identity.enrolSecondFactor({ password: PASSWORD, headers: jar.headers });
    const secret = new URL(enrolled?.uri ?? '').searchParams.get('secret') ?? '';
    await identity.verifySecondFactor({ code: totp(secret), headers: jar.headers });
    const code = enrolled?.backupCodes[0] ?? '';
    const attempt = async () => {
      const half = await identity.signIn({ email: 'hoa@example.vn', password: PASSWORD });
      if (half.kind !== 'second-factor') throw new Error(`asked for the second factor: ${half.kind}`);
      const waiting = new Jar();
      waiting.keep(half.headers);
      return (await identity.verifySecondFactor({ code, headers: waiting.headers })).kind;
    };
    expect(await attempt()).toBe('signed-in');
    expect(await attempt()).toBe('refused');
  });

  it('is not enrolled with a wrong password', async () => {
    await identity.createAccount(account('sai'));
    const jar = await signedIn('sai@example.vn');
    expect(await identity.enrolSecondFactor({ password: 'không phải mật khẩu', headers: jar.headers })).toBeNull();
  });
});

describe('letters', () => {
  it('invite once and reset a password, which ends every session', async () => {
    await identity.invite({
      email: 'moi@example.vn',
      name: 'Mới',
      role: 'leader',
      agency: null,
      profile: 'thai-binh',
      invitedBy: 'x',
    });
    const invited = mailed.find(({ to }) => to === 'moi@example.vn');
    const token = new URL(invited?.link ?? '').searchParams.get('token') ?? '';
    await identity.acceptInvitation({ token, password: PASSWORD });
    const jar = await signedIn('moi@example.vn');
    mailed.length = 0;
    await identity.requestReset('khong-co@example.vn');
    expect(mailed).toEqual([]);
    await identity.requestReset('moi@example.vn');
    const reset = new URL(mailed[0]?.link ?? '');
    expect(reset.pathname).toBe('/reset-password');
    const key = reset.searchParams.get('token') ?? '';
    expect(await identity.resetPassword({ token: key, password: 'ngắn' })).toBe(false);
    expect(await identity.resetPassword({ token: key, password: 'mật khẩu hoàn toàn mới' })).toBe(true);
    expect(await identity.resetPassword({ token: key, password: 'mật khẩu lần thứ hai' })).toBe(false);
    expect(await identity.actorOf(jar.headers)).toBeNull();
    expect((await identity.signIn({ email: 'moi@example.vn', password: PASSWORD })).kind).toBe('refused');
    await signedIn('moi@example.vn', 'mật khẩu hoàn toàn mới');
  });
});

describe('sessions', () => {
  it('are listed and ended one by one', async () => {
    await identity.createAccount(account('nhieu'));
    const here = await signedIn('nhieu@example.vn');
    const there = await signedIn('nhieu@example.vn');
    const sessions = await identity.listSessions(here.headers);
    expect(sessions).toHaveLength(2);
    const own = here.headers.get('cookie') ?? '';
    const other = sessions.find(({ token }) => !decodeURIComponent(own).includes(token));
    await identity.endSession({ token: other?.token ?? '', headers: here.headers });
    expect(await identity.actorOf(there.headers)).toBeNull();
    expect((await identity.actorOf(here.headers))?.name).toBe('nhieu');
  });
});
