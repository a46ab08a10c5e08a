import { insertFlaggedArticle } from '@lamro/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse, PROFILE } from '../../../test/house.ts';
import { ask, must } from '../../../test/work.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const member = async () => insertFlaggedArticle(house.database.pool, { profile: PROFILE });
const articlesOf = async (storyId: string) =>
  (await must(house, 'analyst', `/stories/${storyId}`)).body.tellings
    .map((telling: { articleId: string }) => telling.articleId)
    .sort();

describe('stories', () => {
  it('are merged, and the one that is left says into which', async () => {
    const [one, other] = [await member(), await member()];
    await must(house, 'analyst', `/stories/${one.storyId}/merge`, { body: { into: other.storyId } });
    expect(await articlesOf(other.storyId)).toEqual([one.articleId, other.articleId].sort());
    expect((await must(house, 'analyst', `/stories/${one.storyId}`)).body.mergedInto).toBe(other.storyId);
    const again = await ask(house, 'analyst', `/stories/${one.storyId}/merge`, { body: { into: other.storyId } });
    expect(again.status).toBe(404);
  });

  it('are split and take articles over, each step in the trail', async () => {
    const [one, other] = [await member(), await member()];
    await must(house, 'analyst', `/stories/${one.storyId}/articles`, { body: { articleIds: [other.articleId] } });
    expect(await articlesOf(one.storyId)).toEqual([one.articleId, other.articleId].sort());
    const { body, status } = await ask(house, 'analyst', `/stories/${one.storyId}/split`, {
      body: { articleIds: [other.articleId], title: 'Chuyện khác' },
    });
    expect([status, body.articles]).toEqual([201, 1]);
    expect(await articlesOf(body.storyId)).toEqual([other.articleId]);
    const { body: trail } = await must(house, 'auditor', '/audit');
    expect(trail.items.slice(0, 2).map((entry: { action: string }) => entry.action)).toEqual([
      'split-story',
      'move-articles',
    ]);
  });

  it('refuse what makes no sense, and whoever may not arrange them', async () => {
    const { storyId } = await member();
    const self = await ask(house, 'analyst', `/stories/${storyId}/merge`, { body: { into: storyId } });
    expect([self.status, self.body.code]).toEqual([422, 'invalid-input']);
    const foreign = await insertFlaggedArticle(house.database.pool, { profile: 'cao-bang' });
    expect((await ask(house, 'analyst', `/stories/${storyId}/merge`, { body: { into: foreign.storyId } })).status).toBe(
      404,
    );
    expect((await ask(house, 'officer', `/stories/${storyId}/merge`, { body: { into: '1' } })).status).toBe(403);
  });
});
