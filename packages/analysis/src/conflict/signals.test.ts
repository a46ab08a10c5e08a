import type { OfficialRecord, PressItem } from '@lamro/domain';
import { describe, expect, it } from 'vitest';
import { telling } from '../judge/cases/case.ts';
import { gazetteer } from '../judge/cases/province.ts';
import { judgeItem } from '../judge/judge.ts';
import { createRelevance } from '../relevance/relevance.ts';
import { CONFLICT_FEATURES } from './features.ts';
import { FIGURE_FEATURES } from './figures.ts';
import { CONFLICT_TREES, type ConflictTrees } from './model.ts';

const relevance = createRelevance(gazetteer);

const clarification: OfficialRecord = {
  id: 'k-1',
  kind: 'clarification',
  text: 'Thông tin bể chứa của nhà máy alumin ở huyện Đồi Sim vỡ, bùn đỏ tràn ra suối là bịa đặt.',
  validFrom: '2026-11-01',
  documentNumber: '12/TTBC',
  sourceUrl: 'https://baclam.example/12',
  source: 'UBND tỉnh Bắc Lâm',
};
const figure: OfficialRecord = {
  id: 'k-2',
  kind: 'figure',
  text: 'Năm 2025 các trụ điện gió của tỉnh Bắc Lâm phát 412 triệu kWh lên lưới.',
  indicator: 'sản lượng điện gió',
  value: 412,
  unit: 'triệu kWh',
  period: '2025',
  validFrom: '2026-01-10',
  documentNumber: '9/BC-SCT',
  sourceUrl: 'https://baclam.example/9',
  source: 'Sở Công Thương tỉnh Bắc Lâm',
};

/** Trees that answer every pairing alike. */
function always(chance: number): ConflictTrees {
  const bias = Math.log(chance / (1 - chance));
  const trees = { version: 'test', bias, trees: [] };
  return {
    sentences: { ...trees, features: [...CONFLICT_FEATURES] },
    reports: { ...trees, features: [...CONFLICT_FEATURES] },
    figures: { ...trees, features: [...FIGURE_FEATURES] },
  };
}

function judged(item: PressItem, records: readonly OfficialRecord[], trees: ConflictTrees | null) {
  return judgeItem({ gazetteer, relevance, records, related: [], trees }, item);
}

const sludge = telling(
  'fr',
  'Hier soir',
  "Dans la province de Bac Lam, le bassin de l'usine de Doi Sim n'a pas tenu et la boue a gagné un cours d'eau.",
);

describe('signals of the fitted trees', () => {
  it('rest on the sentence and on the record, and say that they are an estimate', () => {
    const { signals, flag } = judged(sludge, [clarification], always(0.9));
    const [signal] = signals.filter(({ kind }) => kind === 'repeats-clarified-claim');
    expect(signal?.quote).toContain('la boue a gagné');
    expect(signal?.evidence).toStrictEqual({ recordId: 'k-1', quote: clarification.text });
    expect(signal?.why).toMatch(/UBND tỉnh Bắc Lâm.*12\/TTBC/);
    expect(signal?.why).toMatch(/ước lượng 90% theo các bài đã gắn nhãn; cần người xét đối chiếu/);
    expect(flag.raised).toBe(true);
  });

  it('are none where the trees hold a conflict to be unlikely, and none without trees', () => {
    for (const trees of [always(0.05), null])
      expect(
        judged(sludge, [clarification], trees).signals.filter(({ why }) => why.includes('ước lượng')),
      ).toStrictEqual([]);
  });

  it('take back what the rules found where the trees doubt it', () => {
    const item = telling('vi', 'Điện gió', 'Năm 2025 các trụ điện gió của tỉnh Bắc Lâm phát 812 triệu kWh lên lưới.');
    expect(judged(item, [figure], null).flag.raised).toBe(true);
    expect(judged(item, [figure], always(0.01)).signals).toStrictEqual([]);
  });

  it('keep what they took back beside the signals, with why it does not count', () => {
    const item = telling('vi', 'Điện gió', 'Năm 2025 các trụ điện gió của tỉnh Bắc Lâm phát 812 triệu kWh lên lưới.');
    const [ruled] = judged(item, [figure], null).signals;
    const doubted = judged(item, [figure], always(0.01));
    expect(ruled?.kind).toBe('contradicts-figure');
    expect(doubted.considered).toStrictEqual([{ ...ruled, doubt: expect.stringMatching(/chỉ khoảng 1% .*dưới 5%/) }]);
    expect(doubted.flag).toStrictEqual({ raised: false, score: judged(item, [], null).flag.score });
    expect(judged(item, [figure], always(0.001)).considered[0]?.doubt).toContain('chưa đến 1%');
    for (const trees of [null, always(0.5)]) expect(judged(item, [figure], trees).considered).toStrictEqual([]);
  });

  it('are none of another period, of another place, or where the article gives the figure right', () => {
    const told = [
      'Năm 2024 các trụ điện gió của tỉnh Bắc Lâm phát 300 triệu kWh lên lưới.',
      'Năm 2025 các trụ điện gió của tỉnh Bắc Lâm phát 412 triệu kWh, trong khi công suất chỉ dùng 300 triệu kWh.',
    ];
    for (const text of told)
      expect(judged(telling('vi', 'Điện gió', text), [figure], always(0.99)).signals).toStrictEqual([]);
  });

  it('are none from a sentence that denies or argues', () => {
    const item = telling(
      'vi',
      'Bác tin',
      'UBND tỉnh Bắc Lâm bác bỏ tin bể chứa của nhà máy alumin ở huyện Đồi Sim vỡ, bùn đỏ tràn ra suối.',
    );
    expect(judged(item, [clarification], always(0.99)).signals).toStrictEqual([]);
  });
});

describe('the trees that ship', () => {
  it('were fitted on the features of this version', () => {
    expect(CONFLICT_TREES.sentences.features).toStrictEqual([...CONFLICT_FEATURES]);
    expect(CONFLICT_TREES.reports.features).toStrictEqual([...CONFLICT_FEATURES]);
    expect(CONFLICT_TREES.figures.features).toStrictEqual([...FIGURE_FEATURES]);
    expect(CONFLICT_TREES.sentences.trees.length).toBeGreaterThan(50);
  });
});
