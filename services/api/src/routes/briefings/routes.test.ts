import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '../../../test/house.ts';
import { ask, must, openedCase } from '../../../test/work.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

describe('briefings', () => {
  it('are drafted for a week or a period, and edited on the version that was read', async () => {
    await openedCase(house);
    const made = await must(house, 'analyst', '/briefings', { body: { week: '2026-W40' } });
    const path = `/briefings/${made.body.briefingId}`;
    const { tag, body } = await must(house, 'leader', path);
    expect(body.state).toBe('draft');
    const edited = await must(house, 'analyst', `${path}/edit`, {
      body: { overview: 'Trong tuần, dư luận quan tâm công tác y tế.' },
      headers: { 'if-match': tag },
    });
    expect(edited.tag).not.toBe(tag);
    const late = await ask(house, 'coordinator', `${path}/edit`, {
      body: { overview: 'Khác' },
      headers: { 'if-match': tag },
    });
    expect([late.status, late.body.code]).toEqual([412, 'version-changed']);
    expect(JSON.stringify((await must(house, 'leader', path)).body)).toContain('dư luận quan tâm công tác y tế');
    expect((await ask(house, 'officer', `${path}/edit`, { body: { overview: 'x' } })).status).toBe(403);
  });

  it('cannot be corrected before they were issued, nor made for a week that is none', async () => {
    const made = await must(house, 'analyst', '/briefings', { body: { week: '2026-W41' } });
    const correction = { body: { correction: 'Sửa số liệu.' } };
    expect((await ask(house, 'analyst', `/briefings/${made.body.briefingId}/new-edition`, correction)).status).toBe(
      409,
    );
    expect((await ask(house, 'analyst', '/briefings', { body: { week: '2026-W60' } })).status).toBe(422);
    expect((await ask(house, 'leader', `/briefings/${made.body.briefingId}/files/pdf`)).status).toBe(404);
  });
});
