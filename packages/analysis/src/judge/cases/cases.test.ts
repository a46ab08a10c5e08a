import { describe, expect, it } from 'vitest';
import { createRelevance } from '../../relevance/relevance.ts';
import { judgeItem } from '../judge.ts';
import { createJudge } from '../stream.ts';
import type { JudgeCase } from './case.ts';
import { changeCases } from './changes.ts';
import { clarificationCases } from './clarifications.ts';
import { figureCases } from './figures.ts';
import { headlineCases } from './headlines.ts';
import { oldCases } from './old.ts';
import { gazetteer } from './province.ts';
import { statementCases } from './statements.ts';
import { trendCases } from './trends.ts';
import { verdictCases } from './verdicts.ts';
import { versionCases } from './versions.ts';

const relevance = createRelevance(gazetteer);

function judged({ records, earlier, item }: JudgeCase) {
  if (earlier.length === 0) return judgeItem({ gazetteer, relevance, records, related: [] }, item);
  const judge = createJudge({ gazetteer, records });
  for (const one of earlier) judge(one);
  return judge(item);
}

/** Cases by kind, with the least that must be found of those to be flagged (docs/decisions/0193). */
const TABLE: readonly (readonly [string, readonly JudgeCase[], number])[] = [
  ['figures', figureCases, 17],
  ['changes', changeCases, 8],
  ['trends', trendCases, 9],
  ['statements', statementCases, 13],
  ['clarifications', clarificationCases, 16],
  ['headlines', headlineCases, 16],
  ['versions', versionCases, 14],
  ['old', oldCases, 12],
];

const nameOf = ({ item }: JudgeCase): string => `${item.language} ${item.title}: ${item.text.slice(0, 60)}`;

describe.each(TABLE)('%s', (_, cases, least) => {
  it.each(cases.filter(({ signal }) => signal === null).map((one) => [nameOf(one), one] as const))(
    'leaves alone %s',
    (_name, one) => {
      const { flag, signals, relevance } = judged(one);
      expect(relevance.relevant).toBe(true);
      expect([flag.raised, signals.map(({ kind }) => kind)]).toStrictEqual([false, expect.anything()]);
    },
  );

  it('flags what is distorted, by a signal of its kind', () => {
    const distorted = cases.filter(({ signal }) => signal !== null);
    const missed = distorted.filter((one) => {
      const { flag, signals } = judged(one);
      return !flag.raised || !signals.some(({ kind }) => kind === one.signal);
    });
    const found = distorted.length - missed.length;
    expect(found, `missed:\n${missed.map(nameOf).join('\n')}`).toBeGreaterThanOrEqual(least);
  });
});

describe('verdicts', () => {
  it('are suggested right', () => {
    const missed = verdictCases.filter((one) => judged(one).verdictSuggestion !== one.verdict);
    expect(verdictCases.length - missed.length, `missed:\n${missed.map(nameOf).join('\n')}`).toBeGreaterThanOrEqual(18);
  });
});
