import { VERDICTS } from '@lamro/domain';
import { LOCALES, wordsIn } from '@lamro/wording';
import { describe, expect, it } from 'vitest';
import { legendPlaces } from './chart.ts';

describe('the names of a chart', () => {
  it.each(LOCALES)('stand beside each other or below, never upon each other: %s', (locale) => {
    const names = VERDICTS.map((verdict) => wordsIn(locale).terms.verdicts[verdict]);
    const places = legendPlaces(names);
    for (const [index, { x, line }] of places.entries()) {
      const end = x + 18 + (names[index]?.length ?? 0) * 6;
      expect(end).toBeLessThanOrEqual(640);
      const next = places[index + 1];
      if (next !== undefined && next.line === line) expect(next.x).toBeGreaterThan(end);
    }
    expect(new Set(places.map(({ line }) => line)).size).toBeLessThanOrEqual(2);
  });
});
