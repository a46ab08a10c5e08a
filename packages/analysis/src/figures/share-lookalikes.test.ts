import { describe, expect, it } from 'vitest';
import { findFigures } from './figure.ts';

describe('what looks like a share and is none', () => {
  it.each([
    ['vi', 'nửa đêm, nửa ngày, nửa tháng và nửa năm'],
    ['vi', 'nửa đầu năm, nửa cuối năm, nửa sau của trận'],
    ['vi', 'một phần việc, một phần do mưa'],
    ['vi', 'nửa thế kỷ qua; nửa đường; nửa chừng'],
    ['vi', 'chưa đầy nửa năm'],
    ['vi', 'Gần nửa đêm 18/12, lửa bùng lên'],
    ['vi', 'độ mặn 6 phần ngàn'],
    ['vi', 'hơn một nửa thế kỷ'],
    ['vi', 'một trong những dự án; hai trong ba ngày tới'],
    ['vi', 'Tỷ lệ hộ nghèo là 1,9%'],
    ['en', 'at half past six, half an hour later'],
    ['en', 'half a year; half the year; the half-year report'],
    ['en', 'in the first half of 2026 and the second half'],
    ['en', 'the opening half ended goalless'],
    ['en', 'a third party, a third man and a third term'],
    ['en', 'two men died and a third was hurt'],
    ['en', 'the third quarter, a quarter earlier and in the poor quarter of the town'],
    ['en', 'a quarter past nine; a quarter to ten; a quarter of an hour'],
    ['en', 'a tenth of a second'],
    ['en', 'for two and a half years; a year and a half'],
    ['en', 'his half-brother; a half marathon'],
    ['en', 'one in the harbour, in 2026 and one in a hurry'],
    ['en', 'two killed in three days; three in five years'],
    ['en', 'every second year; every third day'],
    ['en', 'Of the 12 boats 3 in Ha Long were stopped'],
    ['en', 'for three quarters in a row; the last three quarters'],
    ['en', 'five dead in two crashes'],
    ['en', 'the lots stand half empty; a half built bridge'],
    ['zh', '半年、半日、半島、半夜、半個月、半小时'],
    ['zh', '近半年、大半年、過半百、近半个世纪'],
    ['zh', '三年成立、统一成为、一成不变、完成五成功'],
    ['zh', '经过半年；时间过半'],
    ['zh', '上半年、下半年'],
    ['ja', '半年、半島、半日、半世紀、上半期、半減期'],
    ['ja', '面白半分；3割り当て'],
    ['ko', '반년, 반나절, 한반도, 상반기, 하반기'],
    ['ko', '3분 1초; 1분의 시간'],
    ['fr', 'la première moitié; la seconde moitié de l’année'],
    ['fr', 'la moitié du temps; à moitié vide'],
    ['fr', 'un quart d’heure; un quart de finale; trois quarts d’heure'],
    ['fr', 'un dixième de seconde; un tiers payant; par un tiers.'],
    ['fr', 'une crue sur deux ans; trois morts sur deux routes'],
    ['fr', 'le troisième trimestre; un cinquième homme'],
    ['ru', 'полтора года, полгода, полдня'],
    ['ru', 'первая половина года; во второй половине дня'],
    ['ru', 'два с половиной года; без четверти пять'],
    ['ru', 'четверть века; четверть часа; вторая четверть'],
    ['ru', 'каждый второй год; каждый третий день'],
    ['ru', 'пятая часть фильма; третий человек'],
    ['ru', 'две десятых процента; пять целых и три десятых'],
    ['ru', 'половина пятого утра'],
  ])('%s: %s', (language, text) => {
    expect(findFigures(text, language).filter(({ share }) => share)).toEqual([]);
  });

  it('leaves counts beside a share of few to the counts', () => {
    expect(findFigures('乗客12人のうち3人が死亡', 'ja').map(({ value }) => value)).toEqual([12, 3]);
    expect(findFigures('승객 12명 중 3명 사망', 'ko').map(({ value }) => value)).toEqual([12, 3]);
    expect(findFigures('Tỷ lệ hộ nghèo là 1,9%', 'vi').map(({ value }) => value)).toEqual([1.9]);
  });
});
