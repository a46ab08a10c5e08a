import type { Judgement, OfficialRecord, PressItem, SignalKind } from '@lamro/domain';
import { describe, expect, it } from 'vitest';
import { gazetteer } from '../judge/cases/province.ts';
import { createJudge } from '../judge/stream.ts';

const record = (more: Partial<OfficialRecord> & Pick<OfficialRecord, 'id' | 'kind' | 'text'>): OfficialRecord => ({
  documentNumber: '12/BC',
  source: 'Cục Thống kê',
  sourceUrl: 'https://records.example/1',
  ...more,
});

const exports = record({
  id: 'r-export',
  kind: 'figure',
  text: 'Kim ngạch xuất khẩu 9 tháng đầu năm 2026 của tỉnh đạt 2,4 tỷ USD.',
  indicator: 'kim ngạch xuất khẩu',
  value: 2.4,
  unit: 'tỷ USD',
  period: '2026-01/2026-09',
});
const school = record({
  id: 'r-school',
  kind: 'statement',
  text: 'Trường học tại xã ven sông không đóng cửa, học sinh vẫn học bình thường.',
});
const toxic = record({
  id: 'r-toxic',
  kind: 'clarification',
  text: 'Thông tin cho rằng nguồn nước sinh hoạt nhiễm hóa chất độc khiến học sinh nhập viện là sai sự thật.',
});

const item = (text: string, more: Partial<PressItem> = {}): PressItem => ({
  id: 'a1',
  url: '',
  title: '',
  text,
  language: 'vi',
  publishedAt: '2026-11-10T08:00:00+07:00',
  outletCountry: 'US',
  ...more,
});

const judge = (records: readonly OfficialRecord[], ...items: PressItem[]): Judgement => {
  const next = createJudge({ gazetteer, records });
  const last = items.map(next).at(-1);
  if (last === undefined) throw new Error('no item');
  return last;
};
const kinds = (judgement: Judgement): SignalKind[] => [...new Set(judgement.signals.map(({ kind }) => kind))];

describe('a statement that denies one thing and tells another', () => {
  const fire = record({
    id: 'r-fire',
    kind: 'statement',
    text: 'Vụ cháy xưởng nhựa tại huyện Sông Trắng, tỉnh Bắc Lâm thiêu rụi 4.200 m2 nhà xưởng, làm 6 công nhân bị ngạt nhẹ, không có người tử vong.',
  });
  it.each([
    'Vụ cháy xưởng nhựa tại huyện Sông Trắng, tỉnh Bắc Lâm thiêu rụi 4.200 m2 nhà xưởng.',
    'Vụ cháy xưởng nhựa ở huyện Sông Trắng, tỉnh Bắc Lâm làm 6 công nhân bị ngạt nhẹ và không có người tử vong.',
  ])('is not contradicted by what agrees with it: %s', (text) => {
    expect(
      judge([fire], item(text, { title: 'Thông tin về vụ cháy tại huyện Sông Trắng, tỉnh Bắc Lâm' })).signals,
    ).toEqual([]);
  });

  it('is contradicted by what it denies', () => {
    const told = item('Vụ cháy xưởng nhựa tại huyện Sông Trắng, tỉnh Bắc Lâm làm nhiều người tử vong.');
    expect(kinds(judge([fire], told))).toEqual(['contradicts-statement']);
  });
});

describe('contradicts-figure', () => {
  it.each([
    ['vi', 'Tỉnh Bắc Lâm của Việt Nam xuất khẩu 3,9 tỷ USD trong 9 tháng đầu năm 2026.'],
    ['en', "Exports from Vietnam's Bac Lam province reached $3.9 billion in the first nine months of 2026."],
    ['zh', '2026年前9个月，越南北林省出口额达39亿美元。'],
    ['ja', '2026年1〜9月のベトナム・バクラム省の輸出は39億ドルだった。'],
    ['ko', '2026년 1~9월 베트남 박럼성의 수출은 39억 달러였다.'],
    [
      'fr',
      'La province de Bac Lam, au Vietnam, a exporté pour 3,9 milliards de dollars au cours des neuf premiers mois de 2026.',
    ],
    ['ru', 'За девять месяцев 2026 года экспорт провинции Баклам (Вьетнам) составил 3,9 млрд долларов.'],
  ])('finds another figure in %s, with quote, span and record', (language, text) => {
    const told = item(text, { language });
    const judgement = judge([exports], told);
    expect(judgement.flag.raised).toBe(true);
    const [signal] = judgement.signals;
    expect(signal).toMatchObject({ kind: 'contradicts-figure', evidence: { recordId: 'r-export' } });
    expect(`\n${text}`.slice(signal?.start, signal?.end)).toBe(signal?.quote);
    expect(judgement.verdictSuggestion).toBe('distorted');
  });

  it('takes rounding, hedges and another period for no contradiction', () => {
    for (const text of [
      'Tỉnh Bắc Lâm xuất khẩu hơn 2,3 tỷ USD trong 9 tháng đầu năm 2026.',
      'Tỉnh Bắc Lâm xuất khẩu gần 2,5 tỷ USD trong 9 tháng đầu năm 2026.',
      'Tỉnh Bắc Lâm xuất khẩu 1,9 tỷ USD trong năm 2024.',
      'Tỉnh Bắc Lâm nhập khẩu 1,1 tỷ USD trong 9 tháng đầu năm 2026.',
    ]) {
      expect(judge([exports], item(text)).signals, text).toEqual([]);
    }
  });

  it('does not hold an article against a record that came later', () => {
    const later = { ...exports, validFrom: '2026-12-01' };
    expect(judge([later], item('Tỉnh Bắc Lâm xuất khẩu 3,9 tỷ USD trong 9 tháng đầu năm 2026.')).flag.raised).toBe(
      false,
    );
  });
});

describe('contradicts-statement', () => {
  it('flags the opposite pole and keeps still about what the statement says', () => {
    const wrong = judge(
      [school],
      item("A school in Vietnam's Bac Lam province has been closed and its students sent home.", { language: 'en' }),
    );
    expect(kinds(wrong)).toContain('contradicts-statement');
    const right = judge([school], item('Trường học ở tỉnh Bắc Lâm không đóng cửa, học sinh vẫn học bình thường.'));
    expect(right.flag.raised).toBe(false);
  });
});

describe('repeats-clarified-claim', () => {
  it('flags the claim told again, not the report of its denial', () => {
    const repeated = judge(
      [toxic],
      item('Nguồn nước sinh hoạt ở tỉnh Bắc Lâm nhiễm hóa chất độc, nhiều học sinh nhập viện.'),
    );
    expect(kinds(repeated)).toContain('repeats-clarified-claim');
    const reported = judge(
      [toxic],
      item('Chính quyền tỉnh Bắc Lâm bác bỏ tin nguồn nước sinh hoạt nhiễm hóa chất độc khiến học sinh nhập viện.'),
    );
    expect(reported.flag.raised).toBe(false);
  });

  it('loses its evidence when the clarification is withdrawn', () => {
    const withdrawn = { ...toxic, validTo: '2026-06-30' };
    const judgement = judge(
      [withdrawn],
      item('Nguồn nước sinh hoạt ở tỉnh Bắc Lâm nhiễm hóa chất độc, nhiều học sinh nhập viện.'),
    );
    expect(judgement.flag.raised).toBe(false);
  });
});

describe('differs-between-versions', () => {
  it('names the domestic telling that a foreign one disagrees with', () => {
    const title = 'Lũ quét tại huyện Sông Trắng, tỉnh Bắc Lâm';
    const home = item('Lũ quét đêm 8/11 tại huyện Sông Trắng, tỉnh Bắc Lâm làm 3 người chết, 40 căn nhà bị hư hỏng.', {
      id: 'home',
      title,
      outletCountry: 'VN',
      publishedAt: '2026-11-09T08:00:00+07:00',
    });
    const abroad = item(
      'Lũ quét đêm 8/11 tại huyện Sông Trắng, tỉnh Bắc Lâm làm 30 người chết, 40 căn nhà bị hư hỏng.',
      { id: 'abroad', title, outletCountry: 'US', publishedAt: '2026-11-09T10:00:00+07:00' },
    );
    const judgement = judge([], home, abroad);
    expect(judgement.signals).toContainEqual(
      expect.objectContaining({
        kind: 'differs-between-versions',
        evidence: expect.objectContaining({ articleId: 'home' }),
      }),
    );
  });
});

describe('headline-body-mismatch', () => {
  it('flags a headline whose figure the body does not give', () => {
    const judgement = judge(
      [],
      item('Vụ sạt lở ở tỉnh Bắc Lâm làm 3 người chết, chính quyền cho biết.', {
        title: 'Sạt lở ở Bắc Lâm, 30 người chết',
      }),
    );
    expect(kinds(judgement)).toContain('headline-body-mismatch');
    const fair = judge(
      [],
      item('Vụ sạt lở ở tỉnh Bắc Lâm làm 3 người chết, chính quyền cho biết.', {
        title: 'Sạt lở ở Bắc Lâm, 3 người chết',
      }),
    );
    expect(kinds(fair)).not.toContain('headline-body-mismatch');
  });
});

describe('old-as-new', () => {
  const fire = record({
    id: 'r-fire',
    kind: 'statement',
    text: 'Vụ cháy nhà máy dệt may tại tỉnh xảy ra ngày 12/3/2023, làm hư hỏng 20 căn nhà.',
  });
  it('flags an event of long ago told as of today, not one that is dated', () => {
    const told = judge([fire], item('Hôm nay, một vụ cháy nhà máy dệt may tại tỉnh Bắc Lâm làm hư hỏng 20 căn nhà.'));
    expect(kinds(told)).toContain('old-as-new');
    const dated = judge([fire], item('Năm 2023, một vụ cháy nhà máy dệt may tại tỉnh Bắc Lâm làm hư hỏng 20 căn nhà.'));
    expect(dated.flag.raised).toBe(false);
  });
});

describe('unattributed-allegation', () => {
  it('is a weak signal without evidence that never flags alone', () => {
    const judgement = judge([], item('Theo một số nguồn tin, quan chức tỉnh Bắc Lâm nhận hối lộ để cấp đất.'));
    expect(judgement.signals).toEqual([expect.objectContaining({ kind: 'unattributed-allegation', evidence: null })]);
    expect(judgement.flag.raised).toBe(false);
  });
});

describe('an item about somewhere else', () => {
  it('gets no claims, no signals and no verdict', () => {
    const judgement = judge([exports], item('Xuất khẩu của Nhật Bản đạt 3,9 tỷ USD trong 9 tháng đầu năm 2026.'));
    expect(judgement).toMatchObject({ claims: [], signals: [], verdictSuggestion: null, flag: { raised: false } });
  });
});
