import { describe, expect, it } from 'vitest';
import { pictureDate, pictureKey } from './picture.ts';

describe('a picture', () => {
  it.each([
    ['https://m.bao.vn/2026/03/cau-300x200.jpg?w=640', 'm.bao.vn/2026/03/cau.jpg'],
    ['https://m.bao.vn/2026/03/cau.jpg#x', 'm.bao.vn/2026/03/cau.jpg'],
    ['https://M.bao.vn/2026/03/cau-scaled.webp', 'm.bao.vn/2026/03/cau.webp'],
    ['https://anh.bao.vn/xem?id=7&w=640', 'anh.bao.vn/xem?id=7&w=640'],
    ['không phải địa chỉ', 'không phải địa chỉ'],
  ])('%s is known by %s', (address, key) => {
    expect(pictureKey(address)).toBe(key);
  });

  it.each([
    ['https://m.bao.vn/2026/03/07/cau.jpg', '2026-03-07'],
    ['https://m.bao.vn/2026/3/cau.jpg', '2026-03'],
    ['https://m.bao.vn/anh/20260307-cau.jpg', '2026-03-07'],
    ['https://m.bao.vn/anh/cau_2026-03-07.jpg', '2026-03-07'],
    ['https://m.bao.vn/anh/2026/cau.jpg', null],
    ['https://m.bao.vn/anh/120260307123.jpg', null],
    ['https://m.bao.vn/2026/13/cau.jpg', null],
    ['https://m.bao.vn/cau.jpg?2026/03/07', null],
  ])('%s bears %s', (address, date) => {
    expect(pictureDate(address)).toBe(date);
  });
});
