import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '../../../test/house.ts';
import { ask, must } from '../../../test/work.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

describe('filters', () => {
  it('are kept under their name, the last word counting, and removed by their owner alone', async () => {
    const body = { name: 'Y tế', conditions: { sector: 'health', flag: 'open' } };
    await must(house, 'officer', '/filters', { body });
    await must(house, 'officer', '/filters', { body: { ...body, conditions: { sector: 'health', q: 'vắc xin' } } });
    const { body: own } = await must(house, 'officer', '/filters');
    expect(own.items).toHaveLength(1);
    expect(Object.fromEntries(new URLSearchParams(own.items[0].query))).toEqual({ sector: 'health', q: 'vắc xin' });
    expect((await must(house, 'leader', '/filters')).body.items).toEqual([]);
    await must(house, 'leader', `/filters/${own.items[0].id}`, { method: 'DELETE' });
    expect((await must(house, 'officer', '/filters')).body.items).toHaveLength(1);
    await must(house, 'officer', `/filters/${own.items[0].id}`, { method: 'DELETE' });
    expect((await must(house, 'officer', '/filters')).body.items).toEqual([]);
  });

  it('are shared only by who may', async () => {
    const body = { name: 'Chung', conditions: { origin: 'foreign' }, shared: true };
    expect((await ask(house, 'officer', '/filters', { body })).status).toBe(403);
    await must(house, 'coordinator', '/filters', { body });
    expect((await must(house, 'officer', '/filters')).body.items).toMatchObject([
      { name: 'Chung', shared: true, mine: false },
    ]);
  });

  it('refuse conditions that the stream does not know', async () => {
    const { status, body } = await ask(house, 'analyst', '/filters', {
      body: { name: 'x', conditions: { byline: 'A' } },
    });
    expect([status, body.issues[0].path]).toEqual([422, 'body.conditions']);
  });

  it('are written over and removed only as they were seen', async () => {
    const name = 'Có phiên bản';
    const save = (sector: string, seen?: string) =>
      ask(house, 'analyst', '/filters', {
        body: { name, conditions: { sector } },
        ...(seen === undefined ? {} : { headers: { 'if-match': seen } }),
      });
    expect(await save('health', '"1"')).toMatchObject({ status: 412 });
    expect(await save('health')).toMatchObject({ status: 200, tag: '"1"' });
    const { items } = (await must(house, 'analyst', '/filters')).body;
    const path = `/filters/${items.find((item: { name: string }) => item.name === name).id}`;
    const { tag, body } = await must(house, 'analyst', path);
    expect([tag, body.version, body.query]).toEqual(['"1"', 1, 'sector=health']);
    expect((await ask(house, 'leader', path)).status).toBe(404);
    expect(await save('tourism', tag)).toMatchObject({ status: 200, tag: '"2"' });
    expect(await save('justice', tag)).toMatchObject({ status: 412, body: { currentVersion: 2 } });
    const remove = (seen: string) => ask(house, 'analyst', path, { method: 'DELETE', headers: { 'if-match': seen } });
    expect((await remove(tag)).status).toBe(412);
    expect((await remove('"2"')).status).toBe(200);
    expect((await ask(house, 'analyst', path)).status).toBe(404);
  });
});
