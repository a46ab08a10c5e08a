import type { PressItem } from '@lamro/domain';
import { describe, expect, it } from 'vitest';
import { scoreFlag } from '../verdict/score.ts';
import { readArticle } from './article.ts';
import { type LeadPicture, pictureSignals } from './picture.ts';

const ITEM: PressItem = {
  id: 'new',
  url: 'https://bao.example/new',
  title: 'Ngập sâu ở trung tâm thành phố',
  text: 'Nhiều tuyến phố ngập nửa mét, giao thông tê liệt.',
  language: 'vi',
  publishedAt: '2026-11-20T08:00:00+07:00',
  outletCountry: 'VN',
};

function found(picture: Partial<LeadPicture>, item: Partial<PressItem> = {}) {
  const article = readArticle({ ...ITEM, ...item }, [], {
    placeName: () => null,
    placeKin: () => false,
    otherProvinces: () => [],
  });
  const earlier = [{ articleId: '7', address: 'https://m.example/ngap.jpg', publishedAt: '2026-03-02T01:00:00.000Z' }];
  return pictureSignals(article, {
    address: 'https://m.example/ngap.jpg?w=640',
    caption: null,
    dated: null,
    earlier,
    ...picture,
  });
}

describe('an old picture shown first', () => {
  it('is a note with both addresses and days, and raises no flag by itself', () => {
    const [signal, ...more] = found({ dated: '2026-03' });
    expect(more).toEqual([]);
    expect(signal).toMatchObject({
      kind: 'old-as-new',
      quote: ITEM.title,
      evidence: { articleId: '7', quote: 'https://m.example/ngap.jpg (2026-03-02)' },
      why: expect.stringMatching(/ngap\.jpg\?w=640 \(đường dẫn ảnh ghi 2026-03\).*2026-11-20.*2026-03-02/),
    });
    expect(scoreFlag(signal === undefined ? [] : [signal]).raised).toBe(false);
  });

  it.each(['Phố xá sáng nay', 'Ngập lúc 7 giờ ngày 20/11/2026'])('is contradicted by the caption "%s"', (caption) => {
    const signals = found({ caption });
    expect(signals[0]?.why).toContain(caption);
    expect(scoreFlag(signals).raised).toBe(true);
  });

  it.each<[string, Partial<LeadPicture>, Partial<PressItem>]>([
    ['calls it an archive picture', { caption: 'Ảnh tư liệu' }, {}],
    ['calls it a file photo', { caption: 'Flooding in the city. File photo' }, { language: 'en' }],
    ['dates it rightly', { caption: 'Ngập tháng 2/2026' }, {}],
    ['looks back in the headline', {}, { title: 'Nhìn lại trận ngập năm ngoái' }],
    ['stood there a fortnight ago', { earlier: [use('2026-11-06T01:00:00.000Z')] }, {}],
    ['stood nowhere before', { earlier: [] }, {}],
    ['has no day', {}, { publishedAt: null }],
  ])('is nothing where it %s', (_what, picture, item) => {
    expect(found(picture, item)).toEqual([]);
  });
});

function use(publishedAt: string) {
  return { articleId: '7', address: 'https://m.example/ngap.jpg', publishedAt };
}
