import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse, PROFILE } from '../../../test/house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

describe('deliveries', () => {
  it('leave an uncertain letter to a person, who sends it again or settles it once', async () => {
    const { rows } = await house.database.pool.query<{ id: string }>(
      `insert into deliveries (profile, channel, recipient_id, message_id, state, next_attempt_at, created_at)
       values ($1, 'email', 'x', '<a@b>', 'uncertain', now(), now()), ($1, 'email', 'x', '<c@b>', 'uncertain', now(), now())
       returning id`,
      [PROFILE],
    );
    const [again, settled] = rows.map((row) => row.id);
    const decide = async (id: string | undefined, path: string) =>
      (await house.call('administrator', `/deliveries/${id}/${path}`, { body: {} })).status;
    expect(await decide(again, 'replay')).toBe(200);
    expect(await decide(again, 'replay')).toBe(404);
    expect(await decide(settled, 'settle')).toBe(200);
    const listed = await (await house.call('administrator', '/deliveries')).json();
    expect(listed.items.map((item: { state: string }) => item.state)).toEqual(['settled', 'waiting']);
    const trail = await (await house.call('auditor', '/audit')).json();
    expect(trail.items.map((item: { action: string }) => item.action)).toContain('replay-delivery');
  });

  it('keep what somebody wishes', async () => {
    const wish = {
      email: false,
      quiet: { from: '21:00', to: '06:30' },
      digestHours: [7, 16],
      mutedTopics: ['source', 'briefing'],
    };
    const saved = await house.call('officer', '/notices/preference', { method: 'PUT', body: wish });
    expect(saved.status, await saved.text()).toBe(200);
    expect(await (await house.call('officer', '/notices/preference')).json()).toEqual(wish);
    expect(await (await house.call('leader', '/notices/preference')).json()).toMatchObject({
      email: true,
      quiet: null,
    });
  });
});

describe('webhooks', () => {
  it('show their secret once, and take an address once', async () => {
    const init = { body: { url: 'https://nhan.thu-nghiem.example/hook' }, headers: { 'idempotency-key': 'webhook-1' } };
    const added = await house.call('administrator', '/webhooks', init);
    expect(added.status).toBe(201);
    expect((await added.json()).secret).toMatch(/^whsec_/);
    expect((await house.call('administrator', '/webhooks', init)).status).toBe(409);
    const taken = await house.call('administrator', '/webhooks', { body: init.body });
    expect([taken.status, (await taken.json()).code]).toEqual([409, 'conflict']);
    const listed = await (await house.call('administrator', '/webhooks')).text();
    expect(listed).toContain('nhan.thu-nghiem.example');
    expect(listed).not.toContain('whsec_');
  });
});
