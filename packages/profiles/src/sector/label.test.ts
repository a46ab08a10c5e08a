import { SECTORS } from '@lamro/domain';
import { expect, it } from 'vitest';
import { SECTOR_LABELS } from './label.ts';

it('names every sector, each by words of its own', () => {
  const labels = SECTORS.map((sector) => SECTOR_LABELS[sector]);
  expect(labels.filter((label) => !/^\p{Ll}[\p{L}, ]+$/u.test(label))).toEqual([]);
  expect(new Set(labels).size).toBe(SECTORS.length);
});
