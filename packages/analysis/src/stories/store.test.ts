import { describe, expect, it } from 'vitest';
import { describeStory } from './features.ts';
import { bandsOf, resemblance, signatureOf } from './fingerprint.ts';
import { createRecencyTable } from './recency.ts';
import { scorePair } from './score.ts';
import { createTermStatistics } from './statistics.ts';
import { createFeatureStore } from './store.ts';

const article = describeStory(
  {
    id: '1',
    url: '',
    title: 'Lũ quét ở Bảo Lạc, 4 người mất tích',
    text: 'Ngày 28/9 lũ cuốn trôi 11 nhà, thiệt hại 1,2 triệu USD và 350.000 đồng mỗi hộ.',
    language: 'vi',
    publishedAt: '2026-09-29T08:00:00+07:00',
  },
  ['04', '043'],
);

describe('feature store', () => {
  it('gives back what it was given', () => {
    const store = createFeatureStore();
    const many = Array.from({ length: 3000 }, () => store.add(article));
    expect(store.get(many.at(-1) ?? 0)).toEqual(article);
    expect(article.numbers).toEqual(expect.arrayContaining(['1200000', '350000']));
    expect(() => store.get(9999)).toThrow(RangeError);
  });
});

describe('recency table', () => {
  it('keeps the newest few per key', () => {
    const table = createRecencyTable(8, 3);
    for (const number of [1, 2, 3, 4]) table.add(5, number);
    expect(table.recent(5)).toEqual([4, 3, 2]);
    expect(table.recent(6)).toEqual([]);
    expect(() => createRecencyTable(6, 2)).toThrow('6');
  });
});

describe('fingerprints', () => {
  const words = Array.from({ length: 200 }, (_, at) => `từ${at}`);

  it('estimate how much two texts have in common', () => {
    const changed = words.map((word, at) => (at < 20 ? `khác${at}` : word));
    const other = words.map((word) => `${word}x`);
    expect(resemblance(signatureOf(words), signatureOf(words))).toBe(1);
    expect(resemblance(signatureOf(words), signatureOf(changed))).toBeGreaterThan(0.6);
    expect(resemblance(signatureOf(words), signatureOf(other))).toBe(0);
  });

  it('share a band when texts are near', () => {
    const near = bandsOf(signatureOf(words.slice(0, 190)));
    expect(bandsOf(signatureOf(words)).some((band) => near.includes(band))).toBe(true);
    expect(bandsOf(signatureOf(words.map((word) => `${word}x`))).some((band) => near.includes(band))).toBe(false);
  });
});

describe('scorePair', () => {
  it('is symmetric and certain of a copy', () => {
    const rarity = createTermStatistics();
    const other = describeStory({
      id: '2',
      url: '',
      title: 'Lũ ở Bảo Lạc',
      text: 'Bốn người mất tích sau lũ quét.',
      language: 'vi',
    });
    expect(scorePair(article, other, rarity)).toBeCloseTo(scorePair(other, article, rarity), 9);
    expect(scorePair(article, article, rarity)).toBe(1);
  });
});
