import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AGENCY, type House, openHouse } from '../../../test/house.ts';
import { ask, must } from '../../../test/work.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const entry = { agency: AGENCY, name: 'Trần Văn Bình', post: 'Giám đốc', ground: 'head', validFrom: '2026-01-01' };

describe('spokespersons', () => {
  it('are entered with their ground and end once', async () => {
    const { body } = await must(house, 'coordinator', '/spokespersons', { body: entry });
    const listed = async () => (await must(house, 'officer', '/spokespersons')).body.items;
    expect(await listed()).toMatchObject([{ id: body.spokespersonId, name: 'Trần Văn Bình', endedAt: null }]);
    await must(house, 'coordinator', `/spokespersons/${body.spokespersonId}/end`, { body: {} });
    expect((await listed())[0].endedAt).not.toBeNull();
    expect((await ask(house, 'coordinator', `/spokespersons/${body.spokespersonId}/end`, { body: {} })).status).toBe(
      409,
    );
  });

  it('need a document and an end where they speak by delegation, and an agency that there is', async () => {
    const delegated = await ask(house, 'coordinator', '/spokespersons', { body: { ...entry, ground: 'delegated' } });
    expect([delegated.status, delegated.body.issues[0].message]).toEqual([422, expect.stringContaining('văn bản')]);
    expect(
      (await ask(house, 'coordinator', '/spokespersons', { body: { ...entry, agency: 'so-khong-co' } })).status,
    ).toBe(422);
    expect((await ask(house, 'leader', '/spokespersons', { body: entry })).status).toBe(403);
  });
});
