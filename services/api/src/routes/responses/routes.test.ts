import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '../../../test/house.ts';
import { acceptedCase, ask, must } from '../../../test/work.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

describe('responses', () => {
  it('go back and forth between who writes and who approves', async () => {
    const { caseId } = await acceptedCase(house);
    const path = `/cases/${caseId}`;
    const draft = { title: 'Về số giường bệnh', body: 'Tỉnh có 4.120 giường bệnh theo báo cáo 77/BC-SYT.' };
    const { body: drafted } = await must(house, 'officer', `${path}/draft`, { body: draft });
    await must(house, 'leader', `${path}/comment`, {
      body: { responseId: drafted.responseId, body: 'Nêu kỳ số liệu.' },
    });
    const submit = { body: { acknowledge: true, note: 'Đã rà soát.' } };
    await must(house, 'officer', `${path}/submit`, submit);
    expect((await ask(house, 'officer', `${path}/approve`, { body: {} })).status).toBe(403);
    await must(house, 'leader', `${path}/send-back`, { body: { reason: 'Chưa nêu kỳ số liệu.' } });
    expect((await ask(house, 'leader', `${path}/approve`, { body: {} })).body.code).toBe('wrong-state');
    await must(house, 'officer', `${path}/draft`, { body: { ...draft, body: `${draft.body} Số liệu năm 2026.` } });
    await must(house, 'officer', `${path}/submit`, submit);
    expect((await must(house, 'leader', `${path}/approve`, { body: {} })).body.state).toBe('approved');
    const { body } = await must(house, 'auditor', `${path}/responses`);
    expect(JSON.stringify(body.items)).toContain('Số liệu năm 2026.');
  });

  it('are checked before they leave: a disputed name of islands stops them', async () => {
    const { caseId } = await acceptedCase(house);
    const { body } = await must(house, 'officer', `/cases/${caseId}/draft`, {
      body: { title: 'Về vùng biển', body: 'Tàu cá hoạt động gần quần đảo Paracel.' },
    });
    const { body: findings } = await must(house, 'officer', `/cases/${caseId}/responses/${body.responseId}/findings`);
    expect(findings.items).toMatchObject([{ kind: 'island-name', severity: 'stop', quote: 'Paracel' }]);
    const stopped = await ask(house, 'officer', `/cases/${caseId}/submit`, { body: { acknowledge: true, note: 'x' } });
    expect([stopped.status, stopped.body.code]).toEqual([409, 'check-failed']);
  });
});
