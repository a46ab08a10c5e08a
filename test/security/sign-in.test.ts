import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fortress, openFortress, PASSWORD } from './fortress.ts';
import { tell } from './tell.ts';

let fortress: Fortress;
beforeAll(async () => {
  fortress = await openFortress();
});
afterAll(() => fortress.close());

const SESSION = 'better-auth.session_token';

describe('a session', () => {
  it('is never the one that somebody brought along', async ({ task }) => {
    const planted = 'a'.repeat(32);
    const names = [SESSION, `__Secure-${SESSION}`, 'better-auth.session_data', 'lamro_form'];
    let tried = 0;
    for (const name of names) {
      const victim = fortress.stranger();
      victim.cookies.set(name, planted);
      await victim.get('/sign-in');
      await victim.submit('/sign-in', { email: fortress.emailOf('analyst'), password: PASSWORD });
      expect((await victim.get('/cases')).status, name).toBe(200);
      expect(victim.cookies.get(SESSION)).not.toBe(planted);
      const thief = fortress.stranger();
      thief.cookies.set(name, planted);
      expect((await thief.get('/cases')).status, name).toBe(303);
      tried++;
    }
    tell(task, 'Cố định phiên', tried);
  });

  it('is a new one at every sign-in, and the old one ends with sign-out on the server', async () => {
    const visitor = await fortress.visitor('analyst');
    const first = visitor.cookies.get(SESSION) ?? '';
    const again = await fortress.visitor('analyst');
    expect(again.cookies.get(SESSION)).not.toBe(first);
    await visitor.get('/');
    expect((await visitor.submit('/sign-out', {})).status).toBe(303);
    const thief = fortress.stranger();
    thief.cookies.set(SESSION, first);
    expect((await thief.get('/cases')).status).toBe(303);
  });

  it('is refused when a single character of its signature or token is changed', async ({ task }) => {
    const visitor = await fortress.visitor('analyst');
    const token = visitor.cookies.get(SESSION) ?? '';
    let tried = 0;
    for (let at = 0; at < token.length; at++) {
      // The last character before the padding carries bits that no byte uses.
      if (/^.(%3D)*$/.test(token.slice(at)) || token[at] === '%' || /%.?$/.test(token.slice(0, at))) continue;
      const forged = `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`;
      const thief = fortress.stranger();
      thief.cookies.set(SESSION, forged);
      expect((await thief.get('/cases')).status, forged).toBe(303);
      tried++;
    }
    expect(tried).toBeGreaterThan(60);
    tell(task, 'Cố định phiên', tried);
  });

  it.each([
    ['the role changes', { role: 'auditor' as const }],
    ['the agency changes', { agency: 'so-ngoai-vu' }],
    ['the account is closed', { disabled: true }],
  ])('ends when %s', async (_, change) => {
    const { identity } = fortress.site;
    const email = `${Object.keys(change)[0]}@thu-nghiem.example`;
    const id = await identity.createAccount({
      email,
      name: 'Người đổi việc',
      role: 'analyst',
      agency: null,
      profile: 'thai-binh',
      password: PASSWORD,
    });
    const visitor = fortress.stranger();
    await visitor.get('/sign-in');
    await visitor.submit('/sign-in', { email, password: PASSWORD });
    expect((await visitor.get('/cases')).status).toBe(200);
    await identity.changeAccount({ id, ...change });
    expect((await visitor.get('/cases')).status).toBe(303);
    const rows = await fortress.database.pool.query('select 1 from identity."session" where "userId" = $1', [id]);
    expect(rows.rowCount).toBe(0);
  });

  it('has a cookie that no script reads and no other site sends', async () => {
    const visitor = fortress.stranger();
    await visitor.get('/sign-in');
    const signed = await visitor.submit('/sign-in', { email: fortress.emailOf('leader'), password: PASSWORD });
    const cookies = signed.headers.getSetCookie();
    expect(cookies.some((cookie) => cookie.startsWith(SESSION))).toBe(true);
    for (const cookie of cookies) expect(cookie).toMatch(/HttpOnly/i);
    for (const cookie of cookies) expect(cookie).toMatch(/SameSite=(Lax|Strict)/i);
  });
});

describe('guessing', () => {
  it('locks an account after five wrong passwords, known or not, and the right one no longer helps', async ({
    task,
  }) => {
    let tried = 0;
    for (const email of [fortress.emailOf('coordinator'), 'khong-co@thu-nghiem.example']) {
      const guesser = fortress.stranger();
      await guesser.get('/sign-in');
      const answers: string[] = [];
      for (let n = 0; n < 7; n++) {
        const answer = await guesser.submit('/sign-in', { email, password: `sai-mat-khau-${n}` });
        expect(answer.status).toBe(401);
        answers.push(answer.$('[role=alert]').text().trim());
        tried++;
      }
      expect(answers[0]).not.toBe(answers[6]);
      expect((await guesser.submit('/sign-in', { email, password: PASSWORD })).status).toBe(401);
      // By the other door as well.
      const door = await guesser.send('/api/auth/sign-in/email', {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: fortress.address },
        body: JSON.stringify({ email, password: PASSWORD }),
      });
      expect([403, 404, 429]).toContain(door.status);
    }
    tell(task, 'Dò mật khẩu', tried);
  });

  it('is slowed for one address however many accounts it tries', async ({ task }) => {
    const stuffer = fortress.stranger();
    await stuffer.get('/sign-in');
    let tried = 0;
    let refused: number | null = null;
    for (; tried < 200 && refused === null; tried++) {
      const email = `nguoi-${tried}@thu-nghiem.example`;
      const answer = await stuffer.submit(
        '/sign-in',
        { email, password: 'mat-khau-bi-lo-2026' },
        {
          // What a client writes about its own address counts for nothing.
          'x-lamro-client-address': `10.0.0.${tried}`,
          'x-forwarded-for': `10.0.0.${tried}`,
        },
      );
      if (answer.status === 429) refused = tried;
    }
    expect(refused).not.toBeNull();
    tell(task, 'Nhồi thông tin đăng nhập', tried);
  });
});

describe('the trail of accounts', () => {
  it('says who was invited, closed, opened and unlocked, by whom, and what locked by itself', async ({ task }) => {
    const id = await fortress.site.identity.createAccount({
      email: 'theo-doi@thu-nghiem.example',
      name: 'Người được theo dõi',
      role: 'analyst',
      agency: null,
      profile: 'thai-binh',
      password: PASSWORD,
    });
    for (let n = 0; n < 5; n++)
      await fortress.site.identity.signIn({ email: 'theo-doi@thu-nghiem.example', password: `sai-mat-khau-${n}` });
    const headers = { 'content-type': 'application/json' };
    const call = (path: string, method: string, body: unknown) =>
      fortress.call('administrator', path, { method, headers, body: JSON.stringify(body) });
    await call(`/accounts/${id}/unlock`, 'POST', {});
    await call(`/accounts/${id}`, 'PATCH', { disabled: true });
    await call(`/accounts/${id}`, 'PATCH', { disabled: false });
    await call(`/accounts/${id}`, 'PATCH', { role: 'auditor' });
    const { rows } = await fortress.database.pool.query<{ action: string; actor: string }>(
      'select action, actor_id as actor from audit_entries where object_id = $1 order by id',
      [id],
    );
    const administrator = fortress.accountOf('administrator');
    expect(rows).toEqual([
      { action: 'lock-account', actor: 'installation' },
      { action: 'unlock-account', actor: administrator },
      { action: 'disable-account', actor: administrator },
      { action: 'enable-account', actor: administrator },
      { action: 'change-account', actor: administrator },
    ]);
    tell(task, 'Vết của tài khoản', rows.length);
  });
});

describe('letters for a new password', () => {
  it('are not sent without end, and the answer tells nothing', async ({ task }) => {
    const answers = new Set<string>();
    for (let n = 0; n < 6; n++)
      for (const email of [fortress.emailOf('auditor'), 'khong-ai@thu-nghiem.example']) {
        const asker = fortress.stranger();
        await asker.get('/reset-password');
        const seen = await asker.submit('/reset-password', { email });
        answers.add(`${seen.status} ${seen.$('main').text().trim()}`);
      }
    expect(answers.size).toBe(1);
    const { rows } = await fortress.database.pool.query<{ links: string }>(
      `select count(*) as links from identity."verification" where "identifier" like 'reset-password:%'`,
    );
    expect(Number(rows[0]?.links)).toBe(3);
    tell(task, 'Dội thư đặt lại mật khẩu', 12);
  });
});
