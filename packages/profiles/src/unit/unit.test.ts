import { describe, expect, it } from 'vitest';
import { foldText, slugify, toneKey } from './name.ts';
import { unitFileSchema } from './schema.ts';
import { eraOf, isInForce, listUnits, type Unit } from './unit.ts';

const FILE = {
  before: {
    code: '90',
    name: 'Tỉnh Thử',
    districts: [
      {
        code: '901',
        name: 'Huyện Núi',
        communes: [
          { code: '9011', name: 'Xã Suối' },
          { code: '9012', name: 'Xã Rừng' },
          { code: '9013', name: 'Thị trấn Núi' },
        ],
      },
      { code: '902', name: 'Huyện Đảo', communes: null },
    ],
  },
  since: {
    code: '91',
    name: 'Tỉnh Mới',
    communes: [
      { code: '9011', name: 'Phường Suối' },
      { code: '9012', name: 'Xã Đồi' },
      { code: '9020', name: 'Đặc khu Đảo' },
    ],
  },
};

const before: Omit<Unit, 'code' | 'name'> = {
  tier: 'commune',
  era: 'before-2025-07',
  parent: '901',
  successor: null,
  until: null,
};
const since: Omit<Unit, 'code' | 'name'> = { ...before, era: 'since-2025-07', parent: '91' };

describe('listUnits', () => {
  it('passes a commune to that of its code and name, anything else only where it is stated', () => {
    const earlier = [{ code: 'cu', name: 'Huyện Cũ', until: '2024-12-31', successor: '901' }];
    expect(listUnits(FILE, { '902': '9020', '9013': '9012' }, earlier)).toEqual([
      { ...before, code: '90', name: 'Tỉnh Thử', tier: 'province', parent: null, successor: '91' },
      { ...before, code: '901', name: 'Huyện Núi', tier: 'district', parent: '90' },
      { ...before, code: '9011', name: 'Xã Suối', successor: '9011' },
      { ...before, code: '9012', name: 'Xã Rừng' },
      { ...before, code: '9013', name: 'Thị trấn Núi', successor: '9012' },
      { ...before, code: '902', name: 'Huyện Đảo', tier: 'district', parent: '90', successor: '9020' },
      {
        ...before,
        code: 'cu',
        name: 'Huyện Cũ',
        tier: 'district',
        parent: '90',
        successor: '901',
        until: '2024-12-31',
      },
      { ...since, code: '91', name: 'Tỉnh Mới', tier: 'province', parent: null },
      { ...since, code: '9011', name: 'Phường Suối' },
      { ...since, code: '9012', name: 'Xã Đồi' },
      { ...since, code: '9020', name: 'Đặc khu Đảo' },
    ]);
  });
});

describe('a file of units', () => {
  it.each(['x90', '90x', ''])('takes no code %j, of the province or of a commune', (code) => {
    const [commune] = FILE.since.communes;
    expect(unitFileSchema.safeParse(FILE).success).toBe(true);
    expect(unitFileSchema.safeParse({ ...FILE, before: { ...FILE.before, code } }).success).toBe(false);
    expect(unitFileSchema.safeParse({ ...FILE, since: { ...FILE.since, code } }).success).toBe(false);
    const since = { ...FILE.since, communes: [{ ...commune, code }] };
    expect(unitFileSchema.safeParse({ ...FILE, since }).success).toBe(false);
  });
});

describe('isInForce', () => {
  const old: Unit = { ...before, code: '9011', name: 'Xã Suối' };
  const ended: Unit = { ...old, until: '2024-12-31' };
  const young: Unit = { ...since, code: '9020', name: 'Đặc khu Đảo' };

  it('holds to the last day of the three tiers and from the first of the two', () => {
    expect([eraOf('2025-06-30'), eraOf('2025-07-01'), eraOf(null)]).toEqual([
      'before-2025-07',
      'since-2025-07',
      'before-2025-07',
    ]);
    expect(['2025-06-30', '2025-07-01'].map((day) => isInForce(old, day))).toEqual([true, false]);
    expect(['2025-06-30', '2025-07-01'].map((day) => isInForce(young, day))).toEqual([false, true]);
  });

  it('holds to the last day of a unit that ended earlier, and for the time of the regulation', () => {
    expect(['2024-12-31', '2025-01-01'].map((day) => isInForce(ended, day))).toEqual([true, false]);
    expect([old, ended, young].map((unit) => isInForce(unit, null))).toEqual([true, true, true]);
  });
});

describe('names', () => {
  it('come to one form, however they are spaced', () => {
    expect(slugify(' (Xã)  Đạ M’Rong. ')).toBe('xa-da-m-rong');
    expect(foldText('  Huyện \t Đắk  Mil ')).toBe('huyen dak mil');
    expect(toneKey(' Hòa   An ')).toBe(toneKey('Hoà An'));
    expect(toneKey('Hòa An')).not.toBe(toneKey('HòaAn'));
  });
});
