import type { Judgement, OfficialRecord, PressItem } from '@lamro/domain';
import { describe, expect, it } from 'vitest';
import { gazetteer } from '../judge/cases/province.ts';
import { createJudge } from '../judge/stream.ts';

const poverty: OfficialRecord = {
  id: 'r-poverty',
  kind: 'figure',
  text: 'Tỷ lệ hộ nghèo của tỉnh năm 2025 là 4,2%.',
  indicator: 'tỷ lệ hộ nghèo',
  value: 4.2,
  unit: '%',
  period: '2025',
  documentNumber: '1/BC',
  source: 'Thống kê tỉnh',
  sourceUrl: 'https://records.example/1',
};
const kiln: OfficialRecord = {
  id: 'r-kiln',
  kind: 'clarification',
  text: 'Thông tin lò gạch cổ tại huyện Sông Trắng bị phá dỡ vào ngày 3/11/2026 là bịa đặt.',
  documentNumber: '2/TTBC',
  source: 'UBND tỉnh',
  sourceUrl: 'https://records.example/2',
};

function judge(records: readonly OfficialRecord[], text: string, more: Partial<PressItem> = {}): Judgement {
  const next = createJudge({ gazetteer, records });
  return next({
    id: 'a1',
    url: '',
    title: '',
    text,
    language: 'vi',
    publishedAt: '2026-11-10T08:00:00+07:00',
    outletCountry: 'VN',
    ...more,
  });
}

describe('what a figure is held against', () => {
  it('is the record of this province, not what is said of another one', () => {
    const own = judge([poverty], 'Tại tỉnh Bắc Lâm, tỷ lệ hộ nghèo năm 2025 là 9,8%.');
    expect(own.flag.raised).toBe(true);
    const other = judge(
      [poverty],
      'Tỉnh Bắc Lâm có láng giềng nghèo hơn. Ở Hà Giang, tỷ lệ hộ nghèo năm 2025 là 9,8%.',
    );
    expect(other.signals).toEqual([]);
  });

  it('is told as a share too', () => {
    const told = judge([poverty], 'Năm 2025 ở tỉnh Bắc Lâm, cứ 1.000 hộ còn 42 hộ nghèo.');
    expect(told.signals).toEqual([]);
    expect(told.verdictSuggestion).toBe('accurate-negative');
  });

  it('is of the period told', () => {
    const told = judge([poverty], 'Tại tỉnh Bắc Lâm, tỷ lệ hộ nghèo năm 2019 là 9,8%.');
    expect(told.signals).toEqual([]);
  });
});

describe('a clarified claim', () => {
  it('is heard in words that the lexicon does not know, and not where it is set right', () => {
    const told = judge(
      [kiln],
      'Tại huyện Sông Trắng, tỉnh Bắc Lâm, lò gạch cổ đã bị phá dỡ ngày 3/11, một tài khoản viết.',
    );
    expect(told.signals.map(({ evidence }) => evidence?.recordId)).toContain('r-kiln');
    const fair = judge(
      [kiln],
      'Tại huyện Sông Trắng, tỉnh Bắc Lâm, tin lò gạch cổ bị phá dỡ ngày 3/11 là bịa đặt, UBND tỉnh khẳng định.',
    );
    expect(fair.signals).toEqual([]);
    expect(fair.verdictSuggestion).toBe('accurate');
  });
});
