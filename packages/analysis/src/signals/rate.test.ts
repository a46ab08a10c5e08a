import { expect, it } from 'vitest';
import { readPropositions } from '../claims/proposition.ts';
import { isRate } from './rate.ts';

it.each([
  ['vi', 'Mỗi bên đón tối đa 1.000 du khách một ngày', true],
  ['vi', 'Mỗi ngày đón 1.000 du khách', true],
  ['en', 'The ferry takes 1,200 passengers a day', true],
  ['zh', '每天接待1000名游客', true],
  ['fr', 'Le bac transporte 900 passagers par jour', true],
  ['vi', 'Chỉ riêng tháng Mười đã có 231 nghìn lượt người ghé thăm', false],
  ['th', 'รองรับนักท่องเที่ยวได้ 1,200 คนต่อวัน', true],
  ['km', 'ទទួលភ្ញៀវ ១.២០០ នាក់ក្នុងមួយថ្ងៃ', true],
  ['lo', 'ຮັບນັກທ່ອງທ່ຽວ 1.200 ຄົນຕໍ່ມື້', true],
  ['lo', 'ໃນເດືອນຕຸລາມີນັກທ່ອງທ່ຽວ 231.000 ຄົນ', false],
  ['en', 'It drew 231,000 visitors in October', false],
])('tells a rate from a total (%s: %s)', (language, text, rate) => {
  const [sentence] = readPropositions(text, language, '2026-11-10');
  const figure = sentence?.figures.find(({ value }) => value > 500);
  if (sentence === undefined || figure === undefined) throw new Error('no figure');
  expect(isRate(sentence, figure)).toBe(rate);
});
