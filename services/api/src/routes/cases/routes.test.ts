import { insertFlaggedArticle } from '@lamro/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse, PROFILE } from '../../../test/house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

async function confirmedFlag(): Promise<string> {
  const { flagId } = await insertFlaggedArticle(house.database.pool, { profile: PROFILE });
  const answer = await house.call('analyst', `/flags/${flagId}/reviews`, {
    body: { decision: 'confirmed', reason: 'Khác số liệu.' },
  });
  expect(answer.status, await answer.clone().text()).toBe(200);
  return flagId;
}

async function openedCase(): Promise<{ caseId: string; tag: string }> {
  const answer = await house.call('analyst', '/cases', { body: { flagIds: [await confirmedFlag()] } });
  expect(answer.status, await answer.clone().text()).toBe(201);
  const { caseId } = await answer.json();
  return { caseId, tag: answer.headers.get('etag') ?? '' };
}

describe('cases', () => {
  it('answers 304 to who has the case already and 412 to who saw an older one', async () => {
    const { caseId, tag } = await openedCase();
    const again = await house.call('analyst', `/cases/${caseId}`, { headers: { 'if-none-match': tag } });
    expect(again.status).toBe(304);
    const body = { agency: 'so-y-te', reason: 'Thuộc lĩnh vực y tế.' };
    const assigned = await house.call('analyst', `/cases/${caseId}/assign`, { body, headers: { 'if-match': tag } });
    expect(assigned.status, await assigned.clone().text()).toBe(200);
    const late = await house.call('analyst', `/cases/${caseId}/assign`, { body, headers: { 'if-match': tag } });
    expect(late.status).toBe(412);
    const problem = await late.json();
    expect(problem).toMatchObject({ code: 'version-changed', currentVersion: 3 });
    expect(problem.changes.at(-1).command).toMatch(/assign/);
  });

  it('carries a command out once under one key, and gives the same answer again', async () => {
    const flagId = await confirmedFlag();
    const init = { body: { flagIds: [flagId] }, headers: { 'idempotency-key': `mot-lan-${flagId}` } };
    const both = await Promise.all([house.call('analyst', '/cases', init), house.call('analyst', '/cases', init)]);
    const first = both.find((answer) => answer.status === 201);
    if (first === undefined) throw new Error('neither was carried out');
    const opened = await first.clone().text();
    const repeated = await house.call('analyst', '/cases', init);
    expect([repeated.status, repeated.headers.get('idempotency-replayed')]).toEqual([201, 'true']);
    expect(await repeated.text()).toBe(opened);
    const other = await house.call('analyst', '/cases', { ...init, body: { flagIds: [flagId], title: 'Khác' } });
    expect([other.status, (await other.json()).code]).toEqual([422, 'key-reused']);
    const { rows } = await house.database.pool.query('select 1 from case_flags where flag_id = $1', [flagId]);
    expect(rows).toHaveLength(1);
  });

  it('leaves the key of a refused command free', async () => {
    const { flagId } = await insertFlaggedArticle(house.database.pool, { profile: PROFILE });
    const init = { body: { flagIds: [flagId] }, headers: { 'idempotency-key': `bi-tu-choi-${flagId}` } };
    expect((await house.call('analyst', '/cases', init)).status).toBe(409);
    await house.call('analyst', `/flags/${flagId}/reviews`, {
      body: { decision: 'confirmed', reason: 'Sai số liệu.' },
    });
    expect((await house.call('analyst', '/cases', init)).status).toBe(201);
  });
});
