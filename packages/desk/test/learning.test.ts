import { insertWeights } from '@lamro/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Office, openOffice, PROFILE } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
  await insertWeights(office.database.pool, {
    profile: PROFILE,
    version: 'learned-0123456789',
    weights: { version: 'learned-0123456789', bias: -3.5, further: 0.4, kinds: { 'contradicts-figure': 5.25 } },
    calibration: {
      learnedFrom: 84,
      heldOut: 36,
      brier: 0.081,
      brierBefore: 0.124,
      bins: [
        { from: 0, to: 0.2, count: 0, predicted: 0, observed: 0 },
        { from: 0.8, to: 1, count: 21, predicted: 0.9, observed: 0.86 },
      ],
    },
    learnedAfter: 'start-1',
    learnedBy: 'quan-tri',
    learnedAt: new Date('2026-11-20T03:00:00Z'),
  });
});
afterAll(() => office.close());

describe('the page of weights', () => {
  it('shows each version with its fit, and puts one in force with a reason', async () => {
    const visitor = await office.visitor('administrator');
    const page = await visitor.get('/administration/weights');
    expect(page.text).toContain('learned-0123456789');
    expect(page.text).toContain('5,25');
    expect(page.text).toContain('0,081');
    expect(page.$('section:contains("Trọng số ban đầu") .badge').text()).toBe('Đang áp dụng');
    const shown = await visitor.submit('/administration/weights/in-force', {
      version: 'learned-0123456789',
      reason: 'Khớp hơn trên các quyết định để riêng.',
    });
    expect(shown.$('section:contains("learned-0123456789") .badge').text()).toBe('Đang áp dụng');
    expect(shown.text).toContain('Khớp hơn trên các quyết định để riêng.');
    const back = await visitor.submit('/administration/weights/in-force', { version: '', reason: 'Trở lại.' });
    expect(back.$('section:contains("Trọng số ban đầu") .badge').text()).toBe('Đang áp dụng');
  });

  it('can be read by an analyst, who finds no form on it and may give no command', async () => {
    const visitor = await office.visitor('analyst');
    const page = await visitor.get('/administration/weights');
    expect(page.status).toBe(200);
    expect(page.$('form[action^="/administration/weights"]').length).toBe(0);
  });
});
