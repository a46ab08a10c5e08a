import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '../../../test/house.ts';
import { ask, must, openedCase } from '../../../test/work.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

describe('audit', () => {
  it('is read page by page, newest first, by who may', async () => {
    for (let n = 0; n < 5; n++)
      await must(house, 'administrator', '/webhooks', { body: { url: `https://nhan-${n}.example/` } });
    const first = (await must(house, 'auditor', '/audit?limit=3')).body;
    const second = (await must(house, 'auditor', `/audit?limit=3&cursor=${first.next}`)).body;
    const ids = [...first.items, ...second.items].map((entry: { id: string }) => Number(entry.id));
    expect(ids).toEqual(ids.toSorted((a, b) => b - a));
    expect(new Set(ids).size).toBe(ids.length);
    expect((await ask(house, 'coordinator', '/audit')).status).toBe(403);
  });

  it('finds the event that was changed afterwards', async () => {
    const { caseId } = await openedCase(house);
    expect((await must(house, 'coordinator', '/chain')).body).toMatchObject({ ok: true, firstBroken: null });
    const { pool } = house.database;
    await pool.query('alter table case_events disable trigger all');
    await pool.query(`update case_events set actor_id = 'người khác' where case_id = $1 and seq = 1`, [caseId]);
    const { body } = await must(house, 'coordinator', '/chain');
    expect([body.ok, body.firstBroken.caseId]).toEqual([false, caseId]);
    expect(Array.isArray((await must(house, 'auditor', '/chain/roots')).body.items)).toBe(true);
  });
});
