import { insertFlaggedArticle } from '@lamro/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse, PROFILE } from '../../../test/house.ts';
import { ask, must } from '../../../test/work.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

describe('search', () => {
  it('finds with and without marks, by phrase, without a word, and marks its hits', async () => {
    const { pool } = house.database;
    const wanted = await insertFlaggedArticle(pool, { profile: PROFILE, title: 'Bệnh viện tỉnh thiếu giường' });
    await insertFlaggedArticle(pool, { profile: PROFILE, title: 'Giường bệnh được bổ sung ở bệnh viện huyện' });
    await insertFlaggedArticle(pool, { profile: 'cao-bang', title: 'Bệnh viện tỉnh thiếu giường' });
    const found = async (q: string) =>
      (await must(house, 'analyst', `/search?q=${encodeURIComponent(q)}`)).body.items.map(
        (item: { id: string }) => item.id,
      );
    expect(await found('benh vien tinh')).toEqual([wanted.articleId]);
    expect(await found('"thiếu giường"')).toEqual([wanted.articleId]);
    expect(await found('giường -huyện')).toEqual([wanted.articleId]);
    expect(await found('sân bay')).toEqual([]);
    const { body } = await must(house, 'analyst', `/search?q=${encodeURIComponent('chỉ tiêu')}`);
    expect(body.items[0].excerpt).toContain('«');
  });

  it('is paged, and refuses nothing', async () => {
    const first = (await must(house, 'analyst', '/search?q=benh&limit=1')).body;
    const second = (await must(house, 'analyst', `/search?q=benh&limit=1&cursor=${first.next}`)).body;
    expect(first.items[0].id).not.toBe(second.items[0].id);
    expect((await ask(house, 'analyst', '/search?q=%20')).status).toBe(422);
  });
});
