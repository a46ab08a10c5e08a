import { openTestDatabase, type TestDatabase } from '@lamro/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createIdentity, type Identity } from './identity.ts';
import { LOCK_OUT } from './settings.ts';

const PASSWORD = 'một mật khẩu dài';
let database: TestDatabase;
let identity: Identity;
let now = new Date('2026-11-22T02:00:00Z');

beforeAll(async () => {
  database = await openTestDatabase();
  identity = createIdentity({
    connectionString: database.url,
    secret: 'bí mật dùng trong kiểm thử, đủ dài'.padEnd(40, '.'),
    baseUrl: 'http://127.0.0.1:8080',
    clock: { now: () => now },
  });
});
afterAll(async () => {
  await identity.close();
  await database.close();
});

const account = (email: string) => ({
  email,
  name: 'Nguyễn Thị An',
  role: 'officer' as const,
  agency: 'so-y-te',
  profile: 'thai-binh',
  password: PASSWORD,
});

function cookiesOf(headers: Headers): Headers {
  const cookie = headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  return new Headers({ cookie });
}

async function signedIn(email: string, password = PASSWORD): Promise<Headers> {
  const outcome = await identity.signIn({ email, password });
  if (outcome.kind !== 'signed-in') throw new Error(`signed in: ${outcome.kind}`);
  return cookiesOf(outcome.headers);
}

describe('identity', () => {
  it('signs an account in and knows who sends its cookie', async () => {
    const id = await identity.createAccount(account('An@example.vn'));
    const headers = await signedIn('an@example.vn');
    expect(await identity.actorOf(headers)).toEqual({
      id,
      name: 'Nguyễn Thị An',
      profile: 'thai-binh',
      role: 'officer',
      agency: 'so-y-te',
    });
    await identity.signOut(headers);
    expect(await identity.actorOf(headers)).toBeNull();
  });

  it('lets nobody sign up, over the handler either', async () => {
    const response = await identity.handler(
      new Request('http://127.0.0.1:8080/api/auth/sign-up/email', {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: 'http://127.0.0.1:8080' },
        body: JSON.stringify({ email: 'x@example.vn', name: 'X', password: PASSWORD, role: 'administrator' }),
      }),
    );
    expect(response.status).toBe(404);
    expect((await identity.listAccounts('thai-binh')).map((row) => row.email)).not.toContain('x@example.vn');
  });

  it('refuses short passwords, taken addresses and officers without agency', async () => {
    await identity.createAccount(account('lan@example.vn'));
    await expect(identity.createAccount({ ...account('b@example.vn'), password: 'ngắn' })).rejects.toMatchObject({
      code: 'password-too-short',
    });
    await expect(identity.createAccount(account('LAN@example.vn'))).rejects.toMatchObject({ code: 'email-taken' });
    await expect(identity.createAccount({ ...account('c@example.vn'), agency: null })).rejects.toMatchObject({
      code: 'agency-required',
    });
  });

  it('locks an account after wrong passwords, even for the right one, until the time is over', async () => {
    await identity.createAccount(account('khoa@example.vn'));
    for (let attempt = 0; attempt < LOCK_OUT.failures; attempt++) {
      const outcome = await identity.signIn({ email: 'khoa@example.vn', password: 'sai mật khẩu rồi' });
      expect(outcome.kind).toBe('refused');
    }
    expect((await identity.signIn({ email: 'Khoa@example.vn', password: PASSWORD })).kind).toBe('locked');
    now = new Date(now.getTime() + (LOCK_OUT.minutes + 1) * 60_000);
    expect((await identity.signIn({ email: 'khoa@example.vn', password: PASSWORD })).kind).toBe('signed-in');
  });

  it('invites the first administrator once, and lets the link be used once', async () => {
    const link = await identity.inviteFirstAdministrator('cao-bang');
    const token = new URL(link ?? '').searchParams.get('token') ?? '';
    const first = { token, email: 'quan-tri@example.vn', name: 'Quản trị', password: PASSWORD };
    const outcomes = await Promise.allSettled([identity.acceptInvitation(first), identity.acceptInvitation(first)]);
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
    expect(await identity.inviteFirstAdministrator('cao-bang')).toBeNull();
    expect((await identity.actorOf(await signedIn('quan-tri@example.vn')))?.role).toBe('administrator');
  });

  it('lets somebody who mistyped try again with the same link', async () => {
    const invitation = { name: null, role: 'analyst', agency: null, profile: 'thai-binh', invitedBy: 'x' } as const;
    const link = await identity.invite({ ...invitation, email: 'lai@example.vn' });
    const token = new URL(link).searchParams.get('token') ?? '';
    await identity
      .createAccount({ ...account('lai@example.vn') })
      .then((id) => identity.changeAccount({ id, disabled: true }));
    await expect(identity.acceptInvitation({ token, password: PASSWORD })).rejects.toMatchObject({
      code: 'email-taken',
    });
    await expect(identity.acceptInvitation({ token, password: PASSWORD })).rejects.toMatchObject({
      code: 'email-taken',
    });
  });

  it('refuses an invitation after its week', async () => {
    const link = await identity.invite({
      email: 'moi@example.vn',
      name: null,
      role: 'analyst',
      agency: null,
      profile: 'thai-binh',
      invitedBy: 'x',
    });
    const token = new URL(link).searchParams.get('token') ?? '';
    const before = now;
    now = new Date(now.getTime() + 8 * 24 * 3600_000);
    await expect(identity.acceptInvitation({ token, password: PASSWORD })).rejects.toMatchObject({
      code: 'invitation-invalid',
    });
    now = before;
    await identity.acceptInvitation({ token, password: PASSWORD });
    expect((await identity.actorOf(await signedIn('moi@example.vn')))?.role).toBe('analyst');
  });

  it('ends the sessions of a disabled account and keeps the last administrator', async () => {
    const id = await identity.createAccount(account('nghi@example.vn'));
    const headers = await signedIn('nghi@example.vn');
    await identity.changeAccount({ id, disabled: true });
    expect(await identity.actorOf(headers)).toBeNull();
    const administrator = (await identity.listAccounts('cao-bang')).find((row) => row.role === 'administrator');
    await expect(identity.changeAccount({ id: administrator?.id ?? '', disabled: true })).rejects.toMatchObject({
      code: 'last-administrator',
    });
  });

  it('takes an API key until it is revoked', async () => {
    const id = await identity.createAccount(account('may@example.vn'));
    const { id: keyId, key } = await identity.createApiKey(id, 'máy chủ báo cáo', 30);
    const headers = new Headers({ authorization: `Bearer ${key}` });
    expect((await identity.actorOf(headers))?.id).toBe(id);
    expect(await identity.revokeApiKey(id, keyId)).toBe(true);
    expect(await identity.actorOf(headers)).toBeNull();
  });
});
