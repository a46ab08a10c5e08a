import { describe, expect, it } from 'vitest';
import { loadProfile } from '../profile/load.ts';
import { bareName, slugify, toneKey } from './name.ts';
import { resolvePlace } from './resolve.ts';

describe('names', () => {
  it('makes slugs, bare names and keys', () => {
    expect(slugify('Thị xã Duyên Hải')).toBe('thi-xa-duyen-hai');
    expect(slugify("Xã Đạ M' Rong")).toBe('xa-da-m-rong');
    expect(bareName('Thành phố Đà Lạt')).toBe('Đà Lạt');
    expect(bareName('Huyện đảo')).toBe('đảo');
    expect(toneKey('Thuỷ')).toBe(toneKey('Thủy'));
    expect(toneKey('Hòa An')).not.toBe(toneKey('Hoa Ân'));
  });
});

describe('resolvePlace', () => {
  const { units } = loadProfile('cao-bang');
  const find = (asked: string, day: string | null): string | undefined =>
    resolvePlace(units, asked, day, 'places[0]').unit?.name;

  it('takes the unit in force on the day', () => {
    expect(find('Bảo Lâm', '2024-01-01')).toBe('Huyện Bảo Lâm');
    expect(find('Bảo Lâm', '2025-07-01')).toBe('Xã Bảo Lâm');
    expect(find('01294', '2024-01-01')).toBe('Xã Lý Bôn');
  });

  it('takes a unit of the other time when none in force has the name', () => {
    expect(find('Huyện Hà Quảng', '2026-01-01')).toBe('Huyện Hà Quảng');
  });

  it('does not stretch marks: a name with other marks is another name', () => {
    expect(find('Huyện Bão Lâm', null)).toBeUndefined();
    expect(find('huyen bao lam', null)).toBe('Huyện Bảo Lâm');
  });

  it('finds nothing in nothing', () => {
    expect(find('', null)).toBeUndefined();
    expect(find(', Huyện Bảo Lạc', null)).toBeUndefined();
  });

  it('names the codes between which to choose', () => {
    expect(() => find('Xã Vĩnh Quang', null)).toThrow(
      /places\[0\]: "Xã Vĩnh Quang" trùng tên 2 đơn vị: .*\(mã \d+\).*Ghi tên đầy đủ hoặc mã/,
    );
  });
});
