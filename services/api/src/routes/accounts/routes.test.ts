import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AGENCY, type House, openHouse } from '../../../test/house.ts';
import { ask, must } from '../../../test/work.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const idOf = async (role: string) =>
  (await must(house, 'administrator', '/accounts')).body.items.find(
    (account: { role: string }) => account.role === role,
  ).id;

describe('accounts', () => {
  it('are invited by a link that is shown once and kept nowhere', async () => {
    const body = { email: 'moi@thu-nghiem.example', name: 'Người mới', role: 'officer', agency: AGENCY };
    const init = { body, headers: { 'idempotency-key': 'loi-moi-so-1' } };
    const { body: made } = await must(house, 'administrator', '/accounts/invitations', init);
    expect(made.link).toMatch(/^http.*token=/);
    expect((await ask(house, 'administrator', '/accounts/invitations', init)).body.code).toBe('shown-once');
    const { rows } = await house.database.pool.query(`select body from idempotent_commands where key = 'loi-moi-so-1'`);
    expect(rows).toEqual([{ body: null }]);
    const unknown = { ...body, email: 'khac@thu-nghiem.example', agency: 'so-khong-co' };
    expect((await ask(house, 'administrator', '/accounts/invitations', { body: unknown })).status).toBe(404);
  });

  it('are locked at once, and change roles', async () => {
    const id = await idOf('auditor');
    await must(house, 'administrator', `/accounts/${id}`, { method: 'PATCH', body: { disabled: true } });
    expect((await ask(house, 'auditor', '/me')).status).toBe(401);
    await must(house, 'administrator', `/accounts/${id}`, {
      method: 'PATCH',
      body: { disabled: false, name: 'Thanh tra' },
    });
    expect((await must(house, 'auditor', '/me')).body).toMatchObject({ name: 'Thanh tra', role: 'auditor' });
    await must(house, 'administrator', `/accounts/${id}/unlock`, { body: {} });
    const { body: trail } = await must(house, 'auditor', '/audit');
    expect(trail.items.slice(0, 3).map((entry: { action: string }) => entry.action)).toEqual([
      'unlock-account',
      'enable-account',
      'disable-account',
    ]);
  });

  it('of another province are not there', async () => {
    const foreign = await house.identity.createAccount({
      email: 'tinh-khac@thu-nghiem.example',
      name: 'Tỉnh khác',
      role: 'analyst',
      agency: null,
      profile: 'cao-bang',
      password: 'một mật khẩu đủ dài',
    });
    const change = { method: 'PATCH', body: { disabled: true } };
    expect((await ask(house, 'administrator', `/accounts/${foreign}`, change)).status).toBe(404);
    expect(JSON.stringify((await must(house, 'administrator', '/accounts')).body)).not.toContain('tinh-khac');
  });

  it('are changed only as they were seen', async () => {
    const { items } = (await must(house, 'administrator', '/accounts')).body;
    const { id, version } = items.find((item: { role: string }) => item.role === 'leader');
    const path = `/accounts/${id}`;
    const { tag } = await must(house, 'auditor', path);
    expect(tag).toBe(`"${version}"`);
    const change = (seen: string, name: string) =>
      ask(house, 'administrator', path, { method: 'PATCH', body: { name }, headers: { 'if-match': seen } });
    const next = version + 1;
    expect(await change(tag, 'Lãnh đạo Một')).toMatchObject({ status: 200, tag: `"${next}"` });
    expect(await change(tag, 'Lãnh đạo Hai')).toMatchObject({
      status: 412,
      body: { code: 'version-changed', currentVersion: next },
    });
    expect((await must(house, 'administrator', path)).body).toMatchObject({ name: 'Lãnh đạo Một', version: next });
    expect((await ask(house, 'analyst', path)).status).toBe(403);
    expect((await ask(house, 'administrator', '/accounts/khong-co')).status).toBe(404);
  });
});
