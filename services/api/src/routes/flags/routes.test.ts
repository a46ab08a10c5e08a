import { insertFlaggedArticle } from '@lamro/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse, PROFILE } from '../../../test/house.ts';
import { ask, must } from '../../../test/work.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

describe('flags', () => {
  it('are decided on the version that was read, and by who may', async () => {
    const { flagId } = await insertFlaggedArticle(house.database.pool, { profile: PROFILE });
    const { tag } = await must(house, 'analyst', `/flags/${flagId}`);
    const body = { decision: 'needs-evidence', reason: 'Chưa có số liệu cùng kỳ.' };
    const first = await must(house, 'analyst', `/flags/${flagId}/reviews`, { body, headers: { 'if-match': tag } });
    expect(first.tag).not.toBe(tag);
    const late = await ask(house, 'analyst', `/flags/${flagId}/reviews`, { body, headers: { 'if-match': tag } });
    expect([late.status, late.body.code]).toEqual([412, 'version-changed']);
    const leader = await ask(house, 'leader', `/flags/${flagId}/reviews`, { body });
    expect([leader.status, leader.body.whoMay]).toEqual([403, ['analyst', 'officer']]);
    const { body: reviews } = await must(house, 'auditor', `/flags/${flagId}/reviews`);
    expect(
      reviews.items.map((review: { decision: string; reason: string }) => [review.decision, review.reason]),
    ).toEqual([['needs-evidence', 'Chưa có số liệu cùng kỳ.']]);
  });

  it('need a reason, and a verdict that fits', async () => {
    const { flagId } = await insertFlaggedArticle(house.database.pool, { profile: PROFILE });
    const empty = await ask(house, 'analyst', `/flags/${flagId}/reviews`, {
      body: { decision: 'dismissed', reason: ' ' },
    });
    expect([empty.status, empty.body.issues[0].path]).toEqual([422, 'body.reason']);
  });

  it('are taken up again, and listed by state', async () => {
    const { flagId } = await insertFlaggedArticle(house.database.pool, { profile: PROFILE });
    await must(house, 'analyst', `/flags/${flagId}/reviews`, {
      body: { decision: 'dismissed', verdict: 'accurate-negative', reason: 'Đúng với báo cáo.' },
    });
    const ids = async (state: string) =>
      (await must(house, 'analyst', `/flags?state=${state}`)).body.items.map((flag: { id: string }) => flag.id);
    expect(await ids('dismissed')).toContain(flagId);
    await must(house, 'coordinator', `/flags/${flagId}/reopen`, { body: { reason: 'Có số liệu mới.' } });
    expect([(await ids('dismissed')).includes(flagId), (await ids('open')).includes(flagId)]).toEqual([false, true]);
  });
});
