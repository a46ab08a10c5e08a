import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '../../../test/house.ts';
import { ask, must, releasedCase } from '../../../test/work.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

describe('outlet checks', () => {
  it('are asked for, and what the outlet did is confirmed by a person once', async () => {
    const { caseId, articleId } = await releasedCase(house);
    const { body } = await must(house, 'officer', '/outlet-checks');
    const scheduled = body.items.filter((check: { articleId: string }) => check.articleId === articleId);
    expect(scheduled.length).toBeGreaterThan(0);
    expect(new Set(scheduled.map((check: { state: string }) => check.state))).toEqual(new Set(['waiting']));
    const asked = await must(house, 'coordinator', `/cases/${caseId}/request-check`, { body: { articleId } });
    const confirm = { body: { checkId: asked.body.checkId, outcome: 'corrected', note: 'Đã đính chính ở cuối bài.' } };
    expect((await must(house, 'coordinator', `/cases/${caseId}/confirm-outcome`, confirm)).body.state).toBe(
      'monitoring',
    );
    expect((await ask(house, 'coordinator', `/cases/${caseId}/confirm-outcome`, confirm)).status).toBe(409);
    const confirmed = (await must(house, 'officer', '/outlet-checks?state=confirmed')).body.items;
    expect(confirmed.map((check: { outcome: string }) => check.outcome)).toEqual(['corrected']);
  });

  it('know only articles of the case', async () => {
    const { caseId } = await releasedCase(house);
    expect(
      (await ask(house, 'coordinator', `/cases/${caseId}/request-check`, { body: { articleId: '987654' } })).status,
    ).toBe(404);
    expect(
      (await ask(house, 'administrator', `/cases/${caseId}/request-check`, { body: { articleId: '1' } })).status,
    ).toBe(403);
  });
});
