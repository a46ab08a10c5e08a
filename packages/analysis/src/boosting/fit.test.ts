import { describe, expect, it } from 'vitest';
import { BOOSTING, type Example, fitBoostedTrees } from './fit.ts';
import { leafOf, probabilityOf } from './trees.ts';

/** Numbers in [0, 1) that look drawn and are the same every time. */
function numbers(): () => number {
  let state = 7;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Yes where exactly one of two features is high, which no sum of the two can tell; the third says nothing. */
function examples(count: number): Example[] {
  const next = numbers();
  return Array.from({ length: count }, () => {
    const features = [next(), next(), next()];
    const [a = 0, b = 0] = features;
    return { features, yes: a > 0.5 !== b > 0.5 };
  });
}

const names = { features: ['a', 'b', 'idle'], version: 'test' };
const options = { ...BOOSTING, columns: 1 };

describe('boosted trees', () => {
  it('learn what two features say together', () => {
    const trees = fitBoostedTrees(examples(600), names, numbers(), options);
    const unseen = [
      [0.1, 0.9, 0.5, true],
      [0.9, 0.2, 0.5, true],
      [0.8, 0.9, 0.5, false],
      [0.1, 0.3, 0.5, false],
    ] as const;
    for (const [a, b, idle, yes] of unseen) {
      const chance = probabilityOf([a, b, idle], trees);
      expect(chance > 0.8, `${a} ${b}: ${chance}`).toBe(yes);
      expect(chance < 0.2, `${a} ${b}: ${chance}`).toBe(!yes);
    }
  });

  it('are the same for the same examples', () => {
    const fit = () => fitBoostedTrees(examples(80), names, numbers(), { ...options, rounds: 5 });
    expect(fit()).toStrictEqual(fit());
  });

  it('answer the share of yes where nothing can be told apart', () => {
    const same = Array.from({ length: 40 }, (_, at) => ({ features: [1, 1, 1], yes: at % 4 === 0 }));
    const trees = fitBoostedTrees(same, names, numbers(), options);
    expect(probabilityOf([1, 1, 1], trees)).toBeCloseTo(0.25, 1);
  });

  it('stay within the depth asked for', () => {
    const { trees } = fitBoostedTrees(examples(400), names, numbers(), { ...options, depth: 2, rounds: 20 });
    for (const { feature } of trees) expect(feature.filter((one) => one >= 0).length).toBeLessThanOrEqual(3);
    expect(trees.some(({ feature }) => feature.some((one) => one >= 0))).toBe(true);
  });

  it('answer what their leaves add up to', () => {
    const { bias, trees } = fitBoostedTrees(examples(200), names, numbers(), { ...options, fits: 2, rounds: 10 });
    for (const { features } of examples(50)) {
      const sum = trees.reduce((total, tree) => total + leafOf(features, tree), bias);
      expect(probabilityOf(features, { bias, trees })).toBe(1 / (1 + Math.exp(-sum)));
    }
  });

  it('refuse examples of one kind only', () => {
    const one = examples(30).map((example) => ({ ...example, yes: true }));
    expect(() => fitBoostedTrees(one, names, numbers())).toThrow('Cần cả ví dụ đúng và ví dụ sai để học.');
  });
});
