import { insertFlaggedArticle } from '@lamro/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse, PROFILE } from '../../../test/house.ts';
import { ask, must, openedCase } from '../../../test/work.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const lines = async (path: string) =>
  String((await must(house, 'analyst', path)).body)
    .trim()
    .split(/\r?\n/);

describe('exports', () => {
  it('hold the whole list under the filter of the desk, and nothing of others', async () => {
    for (let n = 0; n < 3; n++) await insertFlaggedArticle(house.database.pool, { profile: PROFILE });
    await insertFlaggedArticle(house.database.pool, { profile: 'cao-bang', title: 'Chuyện của tỉnh khác' });
    const all = await lines('/exports/articles');
    expect([all.length, all[0]]).toEqual([4, expect.stringContaining('id,publishedAt,')]);
    expect(all.join('\n')).not.toContain('Chuyện của tỉnh khác');
    expect(await lines('/exports/articles?flag=confirmed')).toHaveLength(1);
    for (const list of ['stories', 'flags']) expect(await lines(`/exports/${list}`), list).toHaveLength(4);
    expect(await lines('/exports/flags?state=dismissed')).toHaveLength(1);
    const ndjson = await lines('/exports/articles?format=ndjson');
    expect(ndjson.map((line) => Object.keys(JSON.parse(line)).includes('byline'))).toEqual([false, false, false]);
  });

  it('of cases and records go by their rights', async () => {
    await openedCase(house);
    expect(await lines('/exports/cases')).toHaveLength(2);
    expect((await lines('/exports/records')).length).toBeGreaterThan(1);
    expect((await ask(house, 'administrator', '/exports/cases')).status).toBe(403);
    expect(
      String((await must(house, 'officer', '/exports/cases')).body)
        .trim()
        .split('\r\n').length,
    ).toBeLessThanOrEqual(2);
  });

  it('of sources, own notices and the trail go by the rights of their lists', async () => {
    await must(house, 'administrator', '/webhooks', { body: { url: 'https://nhan.example/lam-ro', kinds: [] } });
    const answer = await must(house, 'analyst', '/exports/sources');
    expect(String(answer.body)).toContain('id,outlet,kind,url,');
    const own = await lines('/exports/notices?format=ndjson');
    const listed = await must(house, 'analyst', '/notices?limit=100');
    expect(own.filter(Boolean)).toHaveLength(Reflect.get(Object(listed.body), 'items').length);
    expect((await ask(house, 'analyst', '/exports/audit')).status).toBe(403);
    const trail = String((await must(house, 'auditor', '/exports/audit')).body);
    expect(trail.split('\r\n')[0]).toContain('id,at,actor,actorRole,action');
    expect(trail).toContain(',add-webhook,');
  });
});
