import { expect, it } from 'vitest';
import { periodOf } from './duty.ts';

it('counts a half-year report from January to June, any other over the year', () => {
  expect(periodOf('half-year', 2026)).toEqual({ label: '2026-H1', from: '2026-01-01', to: '2026-06-30' });
  expect(periodOf('yearly', 2026)).toEqual({ label: '2026', from: '2026-01-01', to: '2026-12-31' });
});
