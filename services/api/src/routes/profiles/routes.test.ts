import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '../../../test/house.ts';
import { ask, must } from '../../../test/work.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

describe('profiles', () => {
  it('answer who has to answer, with the clause', async () => {
    const { body } = await must(house, 'officer', '/routes', { body: { origin: 'domestic', sectors: ['health'] } });
    expect(body.lead).toBe('so-y-te');
    expect(body.citations.length).toBeGreaterThan(0);
    const open = await must(house, 'officer', '/routes', { body: { origin: 'domestic' } });
    expect([open.body.lead, open.body.why.length > 0]).toEqual([null, true]);
    const wrong = await ask(house, 'officer', '/routes', { body: { origin: 'domestic', sectors: ['không-có'] } });
    expect([wrong.status, wrong.body.issues[0].path]).toEqual([422, 'body.sectors.0']);
    const { body: agencies } = await must(house, 'officer', '/agencies');
    expect(agencies.items.map((agency: { id: string }) => agency.id)).toContain('so-y-te');
  });

  it('count a deadline over days of rest, step by step', async () => {
    const { body: profile } = await must(house, 'auditor', '/profile');
    const [{ rule }] = profile.deadlines;
    const { body } = await must(house, 'officer', '/deadlines/count', {
      body: { rule, startsAt: '2026-09-01T16:00:00+07:00' },
    });
    expect(Date.parse(body.dueAt)).toBeGreaterThan(Date.parse('2026-09-01T16:00:00+07:00'));
    expect(body.steps.length).toBeGreaterThan(0);
    const unknown = { body: { rule: 'không-có', startsAt: '2026-09-01T16:00:00+07:00' } };
    expect((await ask(house, 'officer', '/deadlines/count', unknown)).status).toBe(422);
  });

  it('show the calendar of a range', async () => {
    const { body } = await must(house, 'officer', '/calendar?from=2026-09-01&to=2026-09-06');
    const days = body.restDays.map((entry: { day: string }) => entry.day);
    expect(days).toContain('2026-09-02');
    expect(days).toContain('2026-09-06');
    expect(days).not.toContain('2026-09-03');
    expect((await ask(house, 'officer', '/calendar?from=2020-01-01&to=2026-09-06')).status).toBe(422);
  });
});
