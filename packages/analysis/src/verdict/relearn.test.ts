import type { Signal, SignalKind } from '@lamro/domain';
import { describe, expect, it } from 'vitest';
import { type Decision, LEAST_DECISIONS, relearn } from './relearn.ts';
import { START_WEIGHTS, scoreFlag } from './score.ts';

const signal = (kind: SignalKind, strength: number): Signal => ({
  kind,
  quote: 'x',
  start: 0,
  end: 1,
  evidence: kind === 'unattributed-allegation' ? null : { recordId: 'r', quote: 'y' },
  why: 'z',
  strength,
});

/** Analysts who confirm figures and dismiss what rests on versions alone. */
const decisions = (count: number): Decision[] =>
  Array.from({ length: count }, (_, at) => {
    const figure = at % 2 === 0;
    const strength = 0.6 + (at % 5) / 10;
    return {
      id: `d${at}`,
      signals: [signal(figure ? 'contradicts-figure' : 'differs-between-versions', strength)],
      distorted: figure,
    };
  });

describe('scoreFlag', () => {
  it('raises nothing without evidence, whatever the weights', () => {
    const weights = { ...START_WEIGHTS, kinds: { ...START_WEIGHTS.kinds, 'unattributed-allegation': 100 } };
    expect(scoreFlag([signal('unattributed-allegation', 1)], weights)).toEqual({ raised: false, score: 1 });
  });

  it('grows with strength and with further evidence', () => {
    const weak = scoreFlag([signal('contradicts-figure', 0.5)]).score;
    const strong = scoreFlag([signal('contradicts-figure', 0.9)]).score;
    const two = scoreFlag([signal('contradicts-figure', 0.9), signal('contradicts-figure', 0.8)]).score;
    expect(weak).toBeLessThan(strong);
    expect(strong).toBeLessThan(two);
  });
});

describe('relearn', () => {
  it('moves towards what analysts decide and shows it on held-out decisions', () => {
    const { weights, calibration, version } = relearn(decisions(200));
    expect(weights.kinds['differs-between-versions']).toBeLessThan(START_WEIGHTS.kinds['differs-between-versions']);
    expect(calibration.brier).toBeLessThan(calibration.brierBefore);
    expect(calibration.heldOut + calibration.learnedFrom).toBe(200);
    expect(calibration.bins.reduce((sum, { count }) => sum + count, 0)).toBe(calibration.heldOut);
    expect(weights.version).toBe(version);
  });

  it('gives the same weights and version for the same decisions', () => {
    expect(relearn(decisions(100))).toEqual(relearn(decisions(100)));
  });

  it('refuses too few decisions, and decisions that all went one way', () => {
    expect(() => relearn(decisions(LEAST_DECISIONS - 1))).toThrow(/quyết định/);
    expect(() => relearn(decisions(60).map((one) => ({ ...one, distorted: true })))).toThrow(/cùng một hướng/);
  });
});
