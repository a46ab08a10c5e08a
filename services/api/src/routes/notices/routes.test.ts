import { notifyAccounts } from '@lamro/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse, PROFILE } from '../../../test/house.ts';
import { must } from '../../../test/work.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const tell = (key: string) =>
  notifyAccounts(house.database.pool, {
    profile: PROFILE,
    roles: ['leader', 'coordinator'],
    agencies: [],
    except: null,
    kind: 'case-opened',
    title: `Hồ sơ ${key}`,
    body: 'Vừa lập.',
    link: '/cases/1',
    dedupeKey: key,
  });

describe('notices', () => {
  it('are one’s own, told once, and read up to the one that was seen', async () => {
    for (const key of ['một', 'hai', 'hai', 'ba']) await tell(key);
    const unread = async (role: 'leader' | 'coordinator' | 'officer') =>
      (await must(house, role, '/notices?unread=true')).body.items;
    const mine = await unread('leader');
    expect(mine.map((notice: { title: string }) => notice.title)).toEqual(['Hồ sơ ba', 'Hồ sơ hai', 'Hồ sơ một']);
    await must(house, 'leader', '/notices/read', { body: { upTo: mine[1].id } });
    expect((await unread('leader')).map((notice: { title: string }) => notice.title)).toEqual(['Hồ sơ ba']);
    expect([(await unread('coordinator')).length, (await unread('officer')).length]).toEqual([3, 0]);
    const page = (await must(house, 'leader', '/notices?limit=2')).body;
    const rest = (await must(house, 'leader', `/notices?limit=2&cursor=${page.next}`)).body;
    expect([page.items.length, rest.items.length, rest.next]).toEqual([2, 1, null]);
  });
});
