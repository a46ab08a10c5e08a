import { describe, expect, it } from 'vitest';
import { countedTerms, describeStory } from './features.ts';
import { agreeingAmounts, notionCosine, notionVector, overlap, placeOverlap } from './overlap.ts';
import { createTermStatistics } from './statistics.ts';

describe('overlap', () => {
  it('is the share of the shorter list, and nothing where one is empty', () => {
    expect(overlap(['a', 'b', 'c'], ['b', 'x'])).toBe(0.5);
    expect(overlap(['a'], ['b'])).toBe(0);
    expect(overlap([], ['b'])).toBeNull();
  });
});

describe('places', () => {
  it('say little where only the province is one', () => {
    expect(placeOverlap(['31'], ['31', '304'])).toBeCloseTo(0.7);
  });

  it('decide where both sides name something within it', () => {
    expect(placeOverlap(['31', '304'], ['31', '304'])).toBe(1);
    expect(placeOverlap(['31', '304'], ['31', '308'])).toBe(0.15);
    expect(placeOverlap(['31', '304'], ['68', '672'])).toBe(0);
  });

  it('say nothing where one side names none', () => {
    expect(placeOverlap([], ['31'])).toBeNull();
    expect(placeOverlap(['31'], ['68'])).toBeNull();
  });
});

describe('amounts', () => {
  it('agree within what the coarser telling rounds away', () => {
    expect(agreeingAmounts([['person', 8_900_000, 100_000]], [['person', 9_000_000, 1_000_000]])).toBe(1);
    expect(agreeingAmounts([['person', 8_900_000, 100_000]], [['person', 9_800_000, 100_000]])).toBe(0);
  });

  it('do not agree in different units', () => {
    expect(agreeingAmounts([['USD', 500, 1]], [['tonne', 500, 1]])).toBe(0);
  });
});

describe('notions', () => {
  const rarity = createTermStatistics();
  for (let at = 0; at < 400; at += 1)
    rarity.observe(countedTerms({ terms: [], concepts: at % 20 === 0 ? ['tourist', 'clam'] : ['tourist'] }));
  const cosine = (a: string[], b: string[]): number | null =>
    notionCosine(notionVector(a, rarity), notionVector(b, rarity));

  it('that are rare say more than those that every article has', () => {
    expect(cosine(['clam', 'x'], ['clam', 'y'])).toBeGreaterThan(cosine(['tourist', 'x'], ['tourist', 'y']) ?? 1);
  });

  it('say more where both articles are most about them', () => {
    expect(cosine(['clam', 'a', 'b'], ['clam', 'c', 'd'])).toBeGreaterThan(
      cosine(['a', 'b', 'clam'], ['c', 'd', 'clam']) ?? 1,
    );
  });

  it('are no measure where one side has none', () => {
    expect(cosine([], ['clam'])).toBeNull();
  });
});

describe('what is read out of an article', () => {
  const read = (language: string, title: string, text: string) =>
    describeStory({ id: 'x', url: '', title, text, language, publishedAt: '2026-11-18T08:00:00+07:00' });

  it('meets between languages in amounts, periods and notions', () => {
    const vietnamese = read(
      'vi',
      'Ngao chết trắng bãi',
      'Trong 10 tháng, thiệt hại 1.850 tấn ngao, bằng 2,4% sản lượng.',
    );
    const english = read(
      'en',
      'Clams die off',
      'Losses came to 1,850 tonnes of clams in the first 10 months, or 2.4%.',
    );
    expect(agreeingAmounts(vietnamese.amounts, english.amounts)).toBe(2);
    expect(vietnamese.periods).toEqual(['2026-01-01/2026-10-31']);
    expect(english.periods).toEqual(vietnamese.periods);
    expect(vietnamese.concepts).toContain('clam');
    expect(english.concepts).toContain('clam');
  });

  it('takes a delay of many months for no part of a year', () => {
    expect(read('vi', 'Dự án chậm 14 tháng', 'Nhà thầu xin lùi 14 tháng.').periods).toEqual([]);
  });

  it('puts first what the title says', () => {
    const { concepts } = read(
      'en',
      'Landslide closes the pass',
      'Hotels complained. A hotel owner wrote to the press.',
    );
    expect(concepts[0]).toBe('landslide');
  });
});
