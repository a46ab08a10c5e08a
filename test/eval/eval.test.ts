import { describe, expect, it } from 'vitest';
import { PARTS, type Part } from './eval.ts';
import { belowFloors, type Figure, loadFloors } from './floors.ts';

/** Extraction and language are held by the press package's own test, further seeds and public sets by the command. */
const HELD: readonly Part[] = ['relevance', 'sectors', 'stories', 'newsroom', 'verify', 'judge'];

describe('floors', () => {
  it.each(HELD)('%s keeps them', { timeout: 600_000 }, (part) => {
    const figures = PARTS[part]();
    expect(figures.length).toBeGreaterThan(0);
    expect(belowFloors(figures, loadFloors())).toEqual([]);
  });

  const figure: Figure = { set: 'a', hash: '1', figure: 'f1', value: 0.5 };

  it('are not kept by a lesser figure, another set or a figure left out', () => {
    expect(belowFloors([figure], [{ set: 'a', figure: 'f1', least: 0.5 }])).toEqual([]);
    expect(belowFloors([figure], [{ set: 'a', figure: 'f1', least: 0.6 }])).toEqual(['a, f1: 0.5 is not at least 0.6']);
    expect(belowFloors([figure], [{ set: 'a', figure: 'f1', most: 0.4 }])).toEqual(['a, f1: 0.5 is not at most 0.4']);
    expect(belowFloors([figure], [{ set: 'a', hash: '2', figure: 'f1', least: 0 }])).toHaveLength(1);
    expect(belowFloors([figure], [{ set: 'a', figure: 'recall', least: 0 }])).toEqual(['a, recall: not measured']);
  });

  it('of sets that were not measured are passed over', () => {
    expect(belowFloors([figure], [{ set: 'b', figure: 'f1', least: 1 }])).toEqual([]);
  });
});
