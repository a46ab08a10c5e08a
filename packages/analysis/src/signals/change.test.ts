import { describe, expect, it } from 'vitest';
import { readPropositions } from '../claims/proposition.ts';
import { changeBy } from './change.ts';
import { periodOf } from './subject.ts';

const first = (text: string, language: string) => {
  const [sentence] = readPropositions(text, language, '2026-11-10');
  const figure = sentence?.figures[0];
  if (sentence === undefined || figure === undefined) throw new Error(`Câu không có số liệu: ${text}`);
  return { sentence, figure };
};

describe('changeBy', () => {
  it.each([
    ['vi', 'Số vụ cháy tăng thêm 15 vụ.', 1],
    ['vi', 'Số vụ cháy tăng lên 142 vụ.', null],
    ['vi', 'Giá lợn giảm 8.000 đồng mỗi cân.', -1],
    ['en', 'Fires fell by fifteen.', -1],
    ['en', 'Fires rose to 142 cases.', null],
    ['en', 'There were 15 fewer than last year.', -1],
    ['fr', 'Le prix est en hausse de 500 dongs.', 1],
    ['ru', 'Число пожаров сократилось на 15 случаев.', -1],
    ['zh', '火灾减少了15起。', -1],
    ['zh', '火灾增加到142起。', null],
    ['ja', '患者は9人減った。', -1],
    ['ko', '사망자가 9명 늘었다.', 1],
    ['th', 'จำนวนเหตุเพลิงไหม้เพิ่มขึ้นร้อยละ 7.5', 1],
    ['th', 'จำนวนเหตุเพลิงไหม้ลดลงเหลือ 142 ครั้ง', null],
    ['th', 'จำนวนเหตุเพลิงไหม้ลดลงกว่า 15 ครั้ง', -1],
    ['km', 'ភ្ញៀវកើនឡើង ៧,៥ ភាគរយ។', 1],
    ['km', 'ភ្ញៀវថយចុះជាង ១៥ ភាគរយ។', -1],
    ['lo', 'ນັກທ່ອງທ່ຽວເພີ່ມຂຶ້ນ 9,1%.', 1],
    ['lo', 'ນັກທ່ອງທ່ຽວຫຼຸດລົງເຫຼືອ 142 ຄົນ.', null],
  ])('reads %s "%s"', (language, text, direction) => {
    const { sentence, figure } = first(text, language);
    expect(changeBy(sentence, figure)).toBe(direction);
  });
});

describe('periodOf', () => {
  it.each([
    ['vi', 'Chín tháng đầu năm 2026 có 30 vụ cháy so với năm 2025.', '2026-09-30'],
    ['vi', 'So với 41 vụ của năm 2025, tháng 9/2026 đỡ hơn.', '2025-12-31'],
    ['zh', '今年一至十月货物只有5吨，较去年同期下降。', '2026-10-31'],
    [
      'en',
      'Exports reached 5 tonnes in the ten months to October, compared with the same period of 2025.',
      '2026-10-31',
    ],
    ['th', 'เก้าเดือนแรกของปี 2569 มีเหตุเพลิงไหม้ 30 ครั้ง เทียบกับช่วงเดียวกันของปี 2568', '2026-09-30'],
    ['km', '៩ ខែដំបូងឆ្នាំ២០២៦ ទទួលភ្ញៀវ ៣០ នាក់ បើធៀបនឹងរយៈពេលដូចគ្នានៃឆ្នាំ២០២៥។', '2026-09-30'],
    ['lo', 'ໃນ 9 ເດືອນຕົ້ນປີ 2026 ມີ 30 ຄົນ ເມື່ອທຽບໃສ່ໄລຍະດຽວກັນຂອງປີ 2025.', '2026-09-30'],
  ])('passes over what %s "%s" compares with', (language, text, to) => {
    const { sentence, figure } = first(text, language);
    expect(periodOf(sentence, figure)?.to).toBe(to);
  });
});
