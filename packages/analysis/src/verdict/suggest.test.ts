import { describe, expect, it } from 'vitest';
import { readPropositions } from '../claims/proposition.ts';
import { suggestVerdict } from './suggest.ts';

/** Verdict on a Vietnamese text whose sentences with one of `confirmed` in them a record confirms. */
function verdictOf(text: string, ...confirmed: string[]): string {
  const sentences = readPropositions(text, 'vi', '2026-11-20');
  return suggestVerdict({
    raised: false,
    signals: [],
    sentences,
    confirmed: sentences.filter(({ quote }) => confirmed.some((words) => quote.includes(words))),
    denials: [],
    claims: sentences.length,
  });
}

describe('suggestVerdict', () => {
  const good = 'Cảng đón 158 triệu tấn hàng.';

  it('takes for bad news what a body admits of itself beside what a record confirms', () => {
    expect(verdictOf(good, '158 triệu')).toBe('accurate');
    expect(verdictOf(`${good} Sở Xây dựng thừa nhận mặt bằng bàn giao chậm.`, '158 triệu')).toBe('accurate-negative');
  });

  it('takes none of what nobody with a name says', () => {
    expect(verdictOf(`${good} Nghe nói mặt bằng bàn giao chậm.`, '158 triệu')).toBe('accurate');
  });
});
