import { insertFlaggedArticle } from '@lamro/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse, PROFILE } from '../../../test/house.ts';
import { ask, must } from '../../../test/work.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

describe('articles', () => {
  it('are paged without a gap or a repetition, and filtered as on the desk', async () => {
    const { pool } = house.database;
    const made = [];
    for (let n = 0; n < 7; n++) made.push((await insertFlaggedArticle(pool, { profile: PROFILE })).articleId);
    await insertFlaggedArticle(pool, { profile: 'cao-bang' });
    const seen: string[] = [];
    for (let cursor: string | null = '', calls = 0; cursor !== null && calls < 9; calls++) {
      const more = cursor === '' ? '' : `&cursor=${cursor}`;
      const { body } = await must(house, 'analyst', `/articles?limit=3${more}`);
      seen.push(...body.items.map((item: { id: string }) => item.id));
      cursor = body.next;
    }
    expect(seen).toEqual(made.toReversed());
    expect((await must(house, 'analyst', '/articles?flag=confirmed')).body.items).toEqual([]);
    expect((await must(house, 'analyst', '/articles?flag=open')).body.items).toHaveLength(7);
  });

  it('come with versions, judgement and signals, and only to their province', async () => {
    const { articleId, versionId } = await insertFlaggedArticle(house.database.pool, { profile: PROFILE });
    const { body: versions } = await must(house, 'officer', `/articles/${articleId}/versions`);
    expect(versions.items.map((version: { id: string }) => version.id)).toEqual([versionId]);
    const { body } = await must(house, 'officer', `/articles/${articleId}/versions/${versionId}/judgement`);
    expect([body.judgement.relevant, body.signals.length, body.considered]).toEqual([true, 2, []]);
    const foreign = await insertFlaggedArticle(house.database.pool, { profile: 'cao-bang' });
    expect((await ask(house, 'analyst', `/articles/${foreign.articleId}`)).status).toBe(404);
  });

  it('are marked read for one person only', async () => {
    const { articleId } = await insertFlaggedArticle(house.database.pool, { profile: PROFILE });
    await must(house, 'analyst', '/articles/read', { body: { articleIds: [articleId] } });
    const unread = async (role: 'analyst' | 'leader') =>
      (await must(house, role, '/articles?unread=1')).body.items.some((item: { id: string }) => item.id === articleId);
    expect([await unread('analyst'), await unread('leader')]).toEqual([false, true]);
  });

  it('open as archived only as a file that runs nowhere, and each opening is logged', async () => {
    const { articleId, versionId } = await insertFlaggedArticle(house.database.pool, { profile: PROFILE });
    const sha256 = await house.parts.blobStore.put(new TextEncoder().encode('<script>alert(1)</script>'));
    await house.database.pool.query('update article_versions set snapshot_sha256 = $2 where id = $1', [
      versionId,
      sha256,
    ]);
    const path = `/articles/${articleId}/versions/${versionId}/archive`;
    const opened = await house.call('analyst', path);
    expect([opened.headers.get('content-type'), opened.headers.get('content-disposition')]).toEqual([
      'application/octet-stream',
      `attachment; filename="lam-ro-${versionId}.html"`,
    ]);
    expect(await opened.text()).toBe('<script>alert(1)</script>');
    expect((await ask(house, 'administrator', path)).status).toBe(403);
    const { body } = await must(house, 'auditor', '/audit');
    expect(body.items[0].action).toMatch(/archived/);
  });

  it('are judged anew one by one or by the conditions of the stream, and wait for it once', async () => {
    const { articleId, versionId } = await insertFlaggedArticle(house.database.pool, { profile: PROFILE });
    const { body: rules } = await must(house, 'auditor', '/rules');
    expect(rules).toMatchObject({ ruleSet: expect.stringMatching(/^rules-\d/), waiting: 0, failed: 0 });
    expect(rules.older).toBeGreaterThan(0);
    expect((await must(house, 'analyst', `/articles/${articleId}/judge`, { body: {} })).body.asked).toBe(true);
    expect((await must(house, 'administrator', `/articles/${articleId}/judge`, { body: {} })).body.asked).toBe(false);
    const { body: judged } = await must(house, 'leader', `/articles/${articleId}/versions/${versionId}/judgement`);
    expect(judged.revisions).toMatchObject([{ doneAt: null, outcome: null, rulesBefore: null }]);

    const many = (body: unknown) => must(house, 'analyst', '/articles/judge', { body });
    expect((await many({ filter: { language: 'fr' } })).body.asked).toBe(0);
    expect((await many({ filter: { from: '2026-01-01', flag: 'open' }, limit: 2 })).body.asked).toBe(2);
    const { asked, ruleSet } = (await many({})).body;
    expect([asked, ruleSet]).toEqual([rules.older - 3, rules.ruleSet]);
    expect((await many({})).body.asked).toBe(0);
    expect((await must(house, 'analyst', '/rules')).body.waiting).toBe(rules.older);
    for (const role of ['officer', 'leader', 'coordinator', 'auditor'] as const)
      expect((await ask(house, role, '/articles/judge', { body: {} })).status).toBe(403);
    expect((await ask(house, 'analyst', '/articles/judge', { body: { limit: 5001 } })).status).toBe(422);
    expect((await ask(house, 'analyst', '/articles/987654321/judge', { body: {} })).status).toBe(404);
  });
});
