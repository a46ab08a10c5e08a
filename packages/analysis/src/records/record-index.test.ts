import type { OfficialRecord } from '@lamro/domain';
import { describe, expect, it } from 'vitest';
import { CASES } from '../judge/cases/all.ts';
import { telling } from '../judge/cases/case.ts';
import { gazetteer } from '../judge/cases/province.ts';
import { judgeItem, judgePrepared, prepareContext } from '../judge/judge.ts';
import { createRelevance } from '../relevance/relevance.ts';
import { readArticle } from '../signals/article.ts';

const relevance = createRelevance(gazetteer);
const allRecords = [...new Map(CASES.flatMap(({ records }) => records).map((one) => [one.id, one])).values()];

/** Records of as many kinds of fish, months and villages, which no article of a bridge concerns. */
function fisheries(count: number): OfficialRecord[] {
  return Array.from({ length: count }, (_, at) => ({
    id: `fish-${at}`,
    kind: 'figure',
    text: `Sản lượng cá nuôi lồng bè vụ ${at + 1} đạt ${1_000 + at * 7} tấn.`,
    indicator: 'Sản lượng cá nuôi lồng bè',
    value: 1_000 + at * 7,
    unit: 'tấn',
    period: '2026-09',
    documentNumber: `${at}/BC`,
    source: 'Chi cục Thủy sản',
    sourceUrl: 'https://portal.example',
  }));
}

function judgedBeside(records: readonly OfficialRecord[], item: (typeof CASES)[number]['item'], most: number | null) {
  return judgeItem({ gazetteer, relevance, records, related: [], mostRecords: most }, item);
}

describe('an index of records', () => {
  it('changes nothing of what is found beside the records of a case', () => {
    const alone = CASES.filter(({ earlier }) => earlier.length === 0);
    const changed = alone.filter(
      ({ records, item }) =>
        JSON.stringify(judgedBeside(records, item, null)) !== JSON.stringify(judgedBeside(records, item, 120)),
    );
    expect(alone.length).toBeGreaterThan(100);
    expect(changed.map(({ item }) => item.title)).toEqual([]);
  });

  it('finds what a case rests on among hundreds that do not concern it', () => {
    const flagged = CASES.filter(
      ({ records, item, earlier }) => earlier.length === 0 && judgedBeside(records, item, null).flag.raised,
    ).slice(0, 12);
    const lost = flagged.filter(
      ({ records, item }) => !judgedBeside([...fisheries(300), ...records], item, 40).flag.raised,
    );
    expect(flagged).toHaveLength(12);
    expect(lost.map(({ item }) => item.title)).toEqual([]);
  });

  it('holds an article against no more than its bound, in the order of the records', () => {
    const records = [...fisheries(200), ...allRecords];
    const context = prepareContext({ gazetteer, relevance, records, related: [], mostRecords: 30 });
    const item = telling('vi', 'Tin tỉnh', 'Sản lượng cá nuôi lồng bè tháng 9/2026 của tỉnh đạt 1.350 tấn.');
    const article = readArticle(item, relevance(item).relevance.mentions, context);
    const kept = context.concerning(article).map(({ record }) => record.id);
    expect(kept).toHaveLength(30);
    expect(kept).toContain('fish-50');
    expect(kept).toEqual(records.map(({ id }) => id).filter((id) => kept.includes(id)));
  });

  it('reads again only the records that changed', () => {
    const records = fisheries(6);
    const before = prepareContext({ gazetteer, relevance, records, related: [] });
    const changed = records.map((record, at) => (at === 2 ? { ...record, text: 'Sản lượng tôm đạt 5 tấn.' } : record));
    const after = prepareContext({ gazetteer, relevance, records: structuredClone(changed), related: [] }, before);
    expect(after.records.map((view, at) => view === before.records[at])).toEqual([true, true, false, true, true, true]);
    expect(after.records[2]?.record.text).toBe('Sản lượng tôm đạt 5 tấn.');
    const item = telling('vi', 'Tin tỉnh', 'Trời hôm nay nắng đẹp.');
    expect(judgePrepared(after, item).flag.raised).toBe(false);
  });
});
