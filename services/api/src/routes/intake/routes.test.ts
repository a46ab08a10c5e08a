import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '../../../test/house.ts';
import { ask, must } from '../../../test/work.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const item = {
  title: 'Bản tin giấy nêu sai số giường bệnh',
  text: 'Bản tin nói tỉnh chỉ còn 2.000 giường bệnh.',
  outlet: 'Bản tin phường',
};

describe('intake', () => {
  it('takes an item with a reason, and keeps for its reporter what became of it', async () => {
    const reason = 'Sở công bố 4.120 giường.';
    const sent = await must(house, 'officer', '/intake', { body: { ...item, reason } });
    expect([sent.status, sent.body.known]).toEqual([201, false]);
    const again = await must(house, 'leader', '/intake', {
      body: { ...item, reason: 'Người dân gọi đường dây nóng.', receivedBy: 'hotline' },
    });
    expect(again.body).toEqual({ articleId: sent.body.articleId, known: true });
    const own = (await must(house, 'officer', '/intake')).body.items;
    expect(own).toMatchObject([{ articleId: sent.body.articleId, reason, receivedBy: 'agency', outcome: null }]);
    const { body: article } = await must(house, 'analyst', `/articles/${sent.body.articleId}`);
    expect(article.reports.map((report: { reason: string }) => report.reason)).toEqual([
      reason,
      'Người dân gọi đường dây nóng.',
    ]);
    expect(JSON.stringify(article.reports)).not.toMatch(/reporter|officer/);
  });

  it('asks for a reason, and for an address or a text', async () => {
    const bare = await ask(house, 'officer', '/intake', { body: item });
    const nothing = await ask(house, 'officer', '/intake', { body: { reason: 'Sai.' } });
    expect([bare.status, nothing.status]).toEqual([422, 422]);
    expect((await ask(house, 'auditor', '/intake', { body: { ...item, reason: 'Sai.' } })).status).toBe(403);
  });

  it('refuses what carries a mark of secrecy', async () => {
    const { status, body } = await ask(house, 'officer', '/intake', {
      body: { ...item, text: 'TUYỆT MẬT\n\nNội dung công văn.', reason: 'Cần xem.' },
    });
    expect([status, body.code]).toEqual([422, 'secrecy-mark']);
  });
});
