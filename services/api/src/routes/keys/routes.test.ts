import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADDRESS, type House, openHouse } from '../../../test/house.ts';
import { ask, must } from '../../../test/work.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

describe('keys', () => {
  it('read or write as they were made, expire, and end at once when revoked', async () => {
    const { body } = await must(house, 'analyst', '/keys', { body: { name: 'báo cáo', daysValid: 7 } });
    const withKey = (path: string, method = 'GET') =>
      house.fetch(
        new Request(new URL(path, ADDRESS), {
          method,
          headers: { authorization: `Bearer ${body.key}` },
          ...(method === 'GET' ? {} : { body: '{}' }),
        }),
      );
    expect((await withKey('/me')).status).toBe(200);
    const refused = await withKey('/stories/1/merge', 'POST');
    expect([refused.status, (await refused.json()).code]).toEqual([403, 'scope-missing']);
    const { body: listed } = await must(house, 'analyst', '/keys');
    const made = listed.items.find((key: { id: string }) => key.id === body.id);
    expect(Math.round((Date.parse(made.expiresAt) - Date.now()) / 86_400_000)).toBe(7);
    expect(JSON.stringify(listed)).not.toContain(body.key);
    expect((await ask(house, 'leader', `/keys/${body.id}`, { method: 'DELETE' })).status).toBe(404);
    await must(house, 'analyst', `/keys/${body.id}`, { method: 'DELETE' });
    expect((await withKey('/me')).status).toBe(401);
  });

  it('are refused once their time is over', async () => {
    const { body } = await must(house, 'leader', '/keys', { body: { name: 'cũ', scopes: ['read', 'write'] } });
    await house.database.pool.query(
      `update identity.api_keys set expires_at = now() - interval '1 minute' where id = $1`,
      [body.id],
    );
    const answer = await house.fetch(
      new Request(new URL('/me', ADDRESS), { headers: { authorization: `Bearer ${body.key}` } }),
    );
    expect(answer.status).toBe(401);
  });
});
