import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '../../../test/house.ts';
import { acceptedCase, ask, must } from '../../../test/work.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

describe('deadlines', () => {
  it('are shown with how they were counted, and move with a reason', async () => {
    const { caseId } = await acceptedCase(house);
    const { body } = await must(house, 'coordinator', '/deadlines');
    const own = body.items.filter((deadline: { caseId: string }) => deadline.caseId === caseId);
    expect(own.length).toBeGreaterThan(0);
    for (const deadline of own) expect(deadline.steps.length).toBeGreaterThan(0);
    const [{ id, dueAt }] = own;
    const extended = await ask(house, 'coordinator', `/cases/${caseId}/extend`, {
      body: { deadlineId: id, amount: 2, reason: 'Chờ số liệu của cơ quan thống kê.' },
    });
    expect([extended.status, extended.body.code]).toEqual([200, undefined]);
    expect(Date.parse(extended.body.dueAt)).toBeGreaterThan(Date.parse(dueAt));
    expect(
      (await ask(house, 'officer', `/cases/${caseId}/extend`, { body: { deadlineId: id, amount: 2, reason: 'x' } }))
        .status,
    ).toBe(403);
  });

  it('of other agencies are not for an officer', async () => {
    const { caseId } = await acceptedCase(house);
    await house.database.pool.query(
      `update cases set lead_agency = 'so-cong-thuong', dossier_agency = 'so-cong-thuong', route = '{}' where id = $1`,
      [caseId],
    );
    await house.database.pool.query(`update assignments set agency = 'so-cong-thuong' where case_id = $1`, [caseId]);
    const of = async (role: 'officer' | 'auditor') =>
      (await must(house, role, '/deadlines')).body.items.some(
        (deadline: { caseId: string }) => deadline.caseId === caseId,
      );
    expect([await of('officer'), await of('auditor')]).toEqual([false, true]);
  });
});
