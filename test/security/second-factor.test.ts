import { CLIENT_ADDRESS_HEADER, type Identity, LOCK_OUT, type SignInOutcome } from '@lamro/access';
import { totp } from '@lamro/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fortress, openFortress, PASSWORD } from './fortress.ts';
import { tell } from './tell.ts';

let fortress: Fortress;
let identity: Identity;
beforeAll(async () => {
  fortress = await openFortress();
  identity = fortress.site.identity;
});
afterAll(() => fortress.close());

interface Holder {
  readonly id: string;
  readonly email: string;
  readonly secret: string;
  readonly backupCodes: readonly string[];
}

let addresses = 0;
/** An address that nobody has come from before. */
const fresh = () => new Headers({ [CLIENT_ADDRESS_HEADER]: `198.51.${100 + (addresses >> 8)}.${addresses++ & 255}` });

/** The headers that a browser sends after an answer, from the address it had. */
function after(outcome: SignInOutcome, from: Headers): Headers {
  if (!('headers' in outcome)) throw new Error(`went through: ${outcome.kind}`);
  const headers = new Headers(from);
  const cookies = outcome.headers.getSetCookie().filter((line) => !/max-age=0/i.test(line));
  headers.set('cookie', cookies.map((line) => line.split(';')[0]).join('; '));
  return headers;
}

async function signedIn(email: string, from = fresh()): Promise<Headers> {
  return after(await identity.signIn({ email, password: PASSWORD, headers: from }), from);
}

async function makeAccount(name: string): Promise<{ id: string; email: string }> {
  const email = `${name}@thu-nghiem.example`;
  const person = { email, name, role: 'analyst', agency: null, profile: 'thai-binh', password: PASSWORD } as const;
  return { id: await identity.createAccount(person), email };
}

/** An account that is asked for a code from now on; the code of this moment is used up by that. */
async function enrol(name: string): Promise<Holder> {
  const account = await makeAccount(name);
  const headers = await signedIn(account.email);
  const enrolment = await identity.enrolSecondFactor({ password: PASSWORD, headers });
  const secret = new URL(enrolment?.uri ?? '').searchParams.get('secret') ?? '';
  expect((await identity.verifySecondFactor({ code: totp(secret), headers })).kind).toBe('signed-in');
  return { ...account, secret, backupCodes: enrolment?.backupCodes ?? [] };
}

/** Gives the right password and one code, in a browser and from an address of its own. */
async function tryCode(holder: Holder, code: string, from = fresh()): Promise<SignInOutcome['kind']> {
  const headers = await signedIn(holder.email, from);
  return (await identity.verifySecondFactor({ code, headers })).kind;
}

/** Six digits that are none of the codes that could be right now. */
function wrongCodes(holder: Holder, count: number): readonly string[] {
  const right = new Set([-2, -1, 0, 1, 2].map((ahead) => totp(holder.secret, ahead)));
  const codes = Array.from({ length: count + right.size }, (_, n) => String(100_000 + n));
  return codes.filter((code) => !right.has(code)).slice(0, count);
}

async function trailOf({ id }: Pick<Holder, 'id'>): Promise<readonly string[]> {
  const { rows } = await fortress.database.pool.query<{ action: string }>(
    'select action from audit_entries where object_id = $1 order by id',
    [id],
  );
  return rows.map(({ action }) => action);
}

async function unlock({ id }: Holder): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  await fortress.call('administrator', `/accounts/${id}/unlock`, { method: 'POST', headers, body: '{}' });
}

describe('guessing the second factor', () => {
  it('locks it after five wrong codes from as many browsers and addresses, and the right code no longer helps', async ({
    task,
  }) => {
    const holder = await enrol('do-ma');
    const wrong = wrongCodes(holder, LOCK_OUT.failures);
    // The right password before each of them clears nothing.
    for (const code of wrong) expect(await tryCode(holder, code)).toBe('refused');
    expect(await tryCode(holder, totp(holder.secret, 1))).toBe('locked');
    expect(await tryCode(holder, holder.backupCodes[0] ?? '')).toBe('locked');
    expect(await trailOf(holder)).toEqual(['lock-second-factor']);
    await unlock(holder);
    expect(await trailOf(holder)).toEqual(['lock-second-factor', 'unlock-account']);
    // A code that was refused by the lock is not used up by it.
    expect(await tryCode(holder, holder.backupCodes[0] ?? '')).toBe('signed-in');
    expect(await tryCode(holder, totp(holder.secret, 1))).toBe('signed-in');
    tell(task, 'Dò mã xác thực bước hai', wrong.length + 2);
  });

  it('counts wrong backup codes with the wrong codes of the app', async ({ task }) => {
    const holder = await enrol('do-ma-du-phong');
    const codes = ['aaaaa-aaaaa', ...wrongCodes(holder, 2), 'bbbbb-bbbbb', 'ccccc-ccccc'];
    expect(codes).toHaveLength(LOCK_OUT.failures);
    for (const code of codes) expect(await tryCode(holder, code)).toBe('refused');
    expect(await tryCode(holder, totp(holder.secret, 1))).toBe('locked');
    tell(task, 'Dò mã xác thực bước hai', codes.length + 1);
  });

  it('looks at no more than five of many codes that come at once', async ({ task }) => {
    const holder = await enrol('do-cung-luc');
    const codes = wrongCodes(holder, 20);
    const browsers: Headers[] = [];
    for (const _ of codes) browsers.push(await signedIn(holder.email));
    const outcomes = await Promise.all(
      browsers.map((headers, n) => identity.verifySecondFactor({ code: codes[n] ?? '', headers })),
    );
    expect(outcomes.filter(({ kind }) => kind === 'refused')).toHaveLength(LOCK_OUT.failures);
    expect(outcomes.filter(({ kind }) => kind === 'locked')).toHaveLength(codes.length - LOCK_OUT.failures);
    expect(await trailOf(holder)).toEqual(['lock-second-factor']);
    tell(task, 'Dò mã xác thực bước hai', codes.length);
  });

  it('ends at the address as well, for whatever account, and only for that address', async ({ task }) => {
    const from = fresh();
    const holder = await enrol('dia-chi');
    const own = await signedIn(holder.email, from);
    let tried = 0;
    for (; tried < 30; tried++) {
      const guess = { email: `nguoi-${tried}@thu-nghiem.example`, password: 'mat-khau-bi-lo-2026', headers: from };
      expect((await identity.signIn(guess)).kind).toBe('refused');
    }
    expect((await identity.verifySecondFactor({ code: totp(holder.secret, 1), headers: own })).kind).toBe(
      'too-many-requests',
    );
    expect(await tryCode(holder, totp(holder.secret, 1))).toBe('signed-in');
    tell(task, 'Nhồi thông tin đăng nhập', tried + 1);
  });

  it('says in the page that it is locked', async () => {
    const holder = await enrol('trang');
    for (const code of wrongCodes(holder, LOCK_OUT.failures)) await tryCode(holder, code);
    const visitor = fortress.stranger();
    await visitor.get('/sign-in');
    await visitor.submit('/sign-in', { email: holder.email, password: PASSWORD });
    await visitor.get('/sign-in/code');
    const answer = await visitor.submit('/sign-in/code', { code: totp(holder.secret, 1) });
    expect(answer.status).toBe(401);
    expect(answer.$('[role=alert]').text()).toContain('tạm khóa');
    expect((await visitor.get('/cases')).status).toBe(303);
  });
});

describe('a code', () => {
  it('of the app opens one door, however often it is sent within its time', async ({ task }) => {
    const holder = await enrol('dung-lai');
    // The one that set it up counts as used.
    expect(await tryCode(holder, totp(holder.secret))).toBe('refused');
    const code = totp(holder.secret, 1);
    const browsers = await Promise.all([fresh(), fresh(), fresh()].map((from) => signedIn(holder.email, from)));
    const kinds = await Promise.all(
      browsers.map(async (headers) => (await identity.verifySecondFactor({ code, headers })).kind),
    );
    expect(kinds.toSorted()).toEqual(['refused', 'refused', 'signed-in']);
    expect(await tryCode(holder, code)).toBe('refused');
    tell(task, 'Dùng lại mã xác thực', 5);
  });

  it('of the paper opens one door', async ({ task }) => {
    const holder = await enrol('dung-lai-giay');
    const code = holder.backupCodes[0] ?? '';
    const browsers = await Promise.all([fresh(), fresh(), fresh()].map((from) => signedIn(holder.email, from)));
    const kinds = await Promise.all(
      browsers.map(async (headers) => (await identity.verifySecondFactor({ code, headers })).kind),
    );
    expect(kinds.toSorted()).toEqual(['refused', 'refused', 'signed-in']);
    expect(await tryCode(holder, code)).toBe('refused');
    expect(await tryCode(holder, holder.backupCodes[1] ?? '')).toBe('signed-in');
    tell(task, 'Dùng lại mã xác thực', 4);
  });
});

describe('stuffing one account', () => {
  it('locks it after five wrong passwords from as many addresses', async ({ task }) => {
    const account = await makeAccount('nhieu-dia-chi');
    for (let n = 0; n < LOCK_OUT.failures; n++)
      expect((await identity.signIn({ ...account, password: `mat-khau-lo-${n}`, headers: fresh() })).kind).toBe(
        'refused',
      );
    expect((await identity.signIn({ ...account, password: PASSWORD, headers: fresh() })).kind).toBe('locked');
    expect(await trailOf(account)).toEqual(['lock-account']);
    tell(task, 'Nhồi thông tin đăng nhập', LOCK_OUT.failures + 1);
  });

  it('looks at no more than five of many passwords that come at once', async ({ task }) => {
    const account = await makeAccount('cung-luc');
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        identity.signIn({ ...account, password: `mat-khau-lo-${n}`, headers: fresh() }),
      ),
    );
    expect(outcomes.filter(({ kind }) => kind === 'refused')).toHaveLength(LOCK_OUT.failures);
    expect(outcomes.filter(({ kind }) => kind === 'locked')).toHaveLength(20 - LOCK_OUT.failures);
    expect(await trailOf(account)).toEqual(['lock-account']);
    tell(task, 'Nhồi thông tin đăng nhập', 20);
  });
});

describe('a stolen session', () => {
  it.each([
    [
      'switching the second factor off',
      (password: string, headers: Headers) => identity.removeSecondFactor({ password, headers }),
    ],
    [
      'setting the second factor up anew',
      async (password: string, headers: Headers) => (await identity.enrolSecondFactor({ password, headers })) !== null,
    ],
    [
      'changing the password',
      async (password: string, headers: Headers) =>
        (await identity.changePassword({ current: password, next: `${PASSWORD}-khac`, headers })).kind === 'signed-in',
    ],
  ])('cannot guess the password by %s', async (name, attempt) => {
    const account = await makeAccount(`phien-${name.length}`);
    const headers = await signedIn(account.email);
    for (let n = 0; n < LOCK_OUT.failures; n++) expect(await attempt(`mat-khau-doan-${n}`, headers)).toBe(false);
    expect(await attempt(PASSWORD, headers)).toBe(false);
    expect(await trailOf(account)).toEqual(['lock-account']);
  });
});
