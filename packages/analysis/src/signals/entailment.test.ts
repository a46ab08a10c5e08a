import type { EntailmentScores, OfficialRecord, PressItem } from '@lamro/domain';
import { describe, expect, it } from 'vitest';
import { gazetteer } from '../judge/cases/province.ts';
import { judgeItem, pairsToJudge, prepareContext } from '../judge/judge.ts';
import { createRelevance } from '../relevance/relevance.ts';
import type { EntailmentOf } from './entailment.ts';

const record: OfficialRecord = {
  id: 'r-bridge',
  kind: 'statement',
  text: 'Cầu Sông Trắng đã thông xe từ ngày 2/11/2026, người dân đi lại bình thường.',
  documentNumber: '7/TB',
  source: 'Sở Xây dựng',
  sourceUrl: 'https://records.example/7',
};
const item = (sentence: string): PressItem => ({
  id: 'a1',
  url: '',
  title: '',
  text: `Tỉnh Bắc Lâm của Việt Nam có cầu mới. ${sentence}`,
  language: 'vi',
  publishedAt: '2026-11-10T08:00:00+07:00',
  outletCountry: 'US',
});
const context = { gazetteer, relevance: createRelevance(gazetteer), records: [record], related: [] };

const saying = (scores: Partial<EntailmentScores>): EntailmentOf => {
  return () => ({ entailment: 0, contradiction: 0, neutral: 0, ...scores });
};
const signalsOf = (sentence: string, entailment?: EntailmentOf) =>
  judgeItem({ ...context, ...(entailment === undefined ? {} : { entailment }) }, item(sentence)).signals.filter(
    ({ kind }) => kind === 'contradicts-statement',
  );

/** Says the opposite in words that no rule knows. */
const HIDDEN = 'Người dân phải vòng xa vì cầu Sông Trắng còn dang dở.';
/** Says the opposite in words of the lexicon. */
const OPEN = 'Cầu Sông Trắng đã đóng cửa, người dân không đi lại được.';

describe('an entailment model beside the rules', () => {
  it('is asked about sentences of one matter only', () => {
    const pairs = pairsToJudge(prepareContext(context), item(`${HIDDEN} Trời hôm nay nắng đẹp.`));
    expect(pairs).toEqual([{ premise: record.text, hypothesis: HIDDEN }]);
  });

  it('adds a contradiction that no rule sees, and the evidence stays the official record', () => {
    expect(signalsOf(HIDDEN)).toEqual([]);
    const [signal] = signalsOf(HIDDEN, saying({ contradiction: 0.96 }));
    expect(signal).toMatchObject({ quote: HIDDEN, evidence: { recordId: 'r-bridge' } });
    expect(signal?.why).toContain('Mô hình suy luận');
    expect(signalsOf(HIDDEN, saying({ contradiction: 0.8 }))).toEqual([]);
  });

  it('names the translation that it read', () => {
    const read: EntailmentOf = () => ({
      entailment: 0,
      contradiction: 0.97,
      neutral: 0.03,
      translation: 'Cầu dang dở.',
    });
    expect(signalsOf(HIDDEN, read)[0]?.why).toContain('đọc theo bản dịch máy "Cầu dang dở."');
  });

  it('strengthens a conflict found by rules, or takes it back', () => {
    const [alone] = signalsOf(OPEN);
    const [both] = signalsOf(OPEN, saying({ contradiction: 1 }));
    expect(alone?.strength).toBeGreaterThan(0);
    expect(both?.strength).toBeGreaterThan(alone?.strength ?? 1);
    expect(signalsOf(OPEN, saying({ entailment: 0.9 }))).toEqual([]);
    expect(signalsOf(OPEN, () => null)).toEqual(signalsOf(OPEN));
  });
});
