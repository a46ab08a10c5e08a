import { expect, it } from 'vitest';
import { loadProfile } from '../profile/load.ts';
import { officeOn } from './office.ts';

it('passes to the province that took this one in, from its first day', () => {
  const traVinh = loadProfile('tra-vinh');
  expect(officeOn(traVinh, '2025-06-30')).toMatchObject({
    parentBody: 'Ủy ban nhân dân tỉnh Trà Vinh',
    place: 'Trà Vinh',
  });
  expect(officeOn(traVinh, '2025-07-01')).toMatchObject({
    parentBody: 'Ủy ban nhân dân tỉnh Vĩnh Long',
    place: 'Vĩnh Long',
  });
  expect(officeOn(loadProfile('cao-bang'), '2026-01-01').place).toBe('Cao Bằng');
});
