import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '../../../test/house.ts';
import { ask, must, releasedCase } from '../../../test/work.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

describe('releases', () => {
  it('stand with their proof, and are withdrawn by a leader with a reason', async () => {
    const { caseId, releaseId } = await releasedCase(house);
    const listed = async () => (await must(house, 'auditor', `/cases/${caseId}/releases`)).body.items;
    expect(await listed()).toMatchObject([{ id: releaseId, channel: 'information-to-press', withdrawnAt: null }]);
    const withdraw = { body: { releaseId, reason: 'Số liệu vừa được đính chính.' } };
    expect((await ask(house, 'officer', `/cases/${caseId}/withdraw-release`, withdraw)).status).toBe(403);
    const { body } = await must(house, 'leader', `/cases/${caseId}/withdraw-release`, withdraw);
    expect(body.consequences).toEqual({ flags: [], cases: [] });
    expect((await listed())[0].withdrawnAt).not.toBeNull();
    expect((await ask(house, 'leader', `/cases/${caseId}/withdraw-release`, withdraw)).status).toBe(409);
  });

  it('need the proof of their channel', async () => {
    const { caseId } = await releasedCase(house);
    const { body } = await must(house, 'officer', `/cases/${caseId}/responses`);
    const proof = { channel: 'press-release', number: '12/TCBC', date: '2026-11-20', attachmentId: '987654' };
    const { status, body: refused } = await ask(house, 'officer', `/cases/${caseId}/release`, {
      body: { responseId: body.items[0].id, proof },
    });
    expect([status, refused.code]).toEqual([422, 'proof-missing']);
    const unknown = { responseId: body.items[0].id, proof: { channel: 'truyền miệng' } };
    expect((await ask(house, 'officer', `/cases/${caseId}/release`, { body: unknown })).status).toBe(422);
  });
});
