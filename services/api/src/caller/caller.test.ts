import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADDRESS, type House, openHouse } from '../../test/house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse({ callsPerMinute: 40 });
});
afterAll(() => house.close());

const keyWith = async (scopes: readonly string[]) => {
  const answer = await house.call('analyst', '/keys', { body: { name: 'báo cáo', daysValid: 1, scopes } });
  expect(answer.status).toBe(201);
  return String((await answer.json()).key);
};
const withKey = (key: string, path: string, method = 'GET') =>
  house.fetch(
    new Request(new URL(path, ADDRESS), {
      method,
      headers: { authorization: `Bearer ${key}` },
      ...(method === 'GET' ? {} : { body: '{"upTo":"1"}' }),
    }),
  );

describe('callers', () => {
  it('lets a key read only where that is its scope', async () => {
    const reader = await keyWith(['read']);
    expect((await withKey(reader, '/me')).status).toBe(200);
    const refused = await withKey(reader, '/notices/read', 'POST');
    expect([refused.status, (await refused.json()).code]).toEqual([403, 'scope-missing']);
    expect((await withKey(await keyWith(['read', 'write']), '/notices/read', 'POST')).status).toBe(200);
  });

  it('shows a new key once', async () => {
    const init = { body: { name: 'một lần' }, headers: { 'idempotency-key': 'khoa-mot-lan' } };
    expect((await house.call('leader', '/keys', init)).status).toBe(201);
    const again = await house.call('leader', '/keys', init);
    expect([again.status, (await again.json()).code]).toEqual([409, 'shown-once']);
    const { rows } = await house.database.pool.query(`select body from idempotent_commands where key = 'khoa-mot-lan'`);
    expect(rows).toEqual([{ body: null }]);
  });

  it('tells who it does not know so, in both languages, with the request id', async () => {
    const answer = await house.call(null, '/sources', { headers: { 'x-request-id': 'yeu-cau-so-1' } });
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(await answer.json()).toMatchObject({
      status: 401,
      code: 'unauthenticated',
      title: 'Chưa đăng nhập',
      titleEn: 'Not signed in',
      requestId: 'yeu-cau-so-1',
    });
    expect(answer.headers.get('x-request-id')).toBe('yeu-cau-so-1');
  });

  it('stops a caller that calls too often, and says when to come back', async () => {
    const answers = [];
    for (let n = 0; n < 90; n++) answers.push(await house.call('auditor', '/me'));
    const stopped = answers.find((answer) => answer.status === 429);
    expect(Number(stopped?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(answers.filter((answer) => answer.status === 200).length).toBeGreaterThanOrEqual(40);
  });
});
