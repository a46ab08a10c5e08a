import type { PeriodCaseRow, PeriodItemRow } from '@lamro/database';
import { loadCalendar, loadProfile } from '@lamro/profiles';
import { describe, expect, it } from 'vitest';
import { procedureOf } from '../procedure/profile-procedure.ts';
import { caseOf } from './content.ts';
import { domesticOf, entriesOf, foreignOf } from './entries.ts';
import type { Facts } from './facts.ts';
import { chartsOf, figuresOf } from './figures.ts';
import { proposalsOf } from './proposals.ts';

const span = { profile: 'thai-binh', from: new Date('2026-11-15T17:00:00Z'), to: new Date('2026-11-22T17:00:00Z') };
const before = '2026-11-15T16:59:59.000Z';
const within = '2026-11-18T02:00:00.000Z';
const later = '2026-11-19T02:00:00.000Z';
const after = '2026-11-22T17:00:00.000Z';

const ITEM: PeriodItemRow = {
  articleId: '1',
  title: 'Bài một',
  url: 'https://example.vn/1',
  outlet: 'Báo Thử',
  country: 'VN',
  language: 'vi',
  origin: 'domestic',
  publishedAt: null,
  firstSeenAt: new Date(within),
  body: 'Một câu đủ dài để làm tóm tắt.',
  sectors: [{ id: 'health', score: 1 }],
  mentions: [],
  storyId: '7',
  duplicateOf: null,
  toldBefore: false,
  flagState: null,
  verdict: null,
  translation: null,
};
const CASE: PeriodCaseRow = {
  caseId: '9',
  number: '0009/2026',
  title: 'Hồ sơ',
  state: 'assigned',
  leadAgency: 'so-y-te',
  openedAt: new Date(within),
  quotes: [],
  answers: [],
  deadlines: [],
};
const NONE: Facts = { span, items: [], criticism: [], cases: [], outcomes: [], silence: [] };
const items = [
  ITEM,
  { ...ITEM, articleId: '2', duplicateOf: '1', flagState: 'confirmed', verdict: 'distorted' } as const,
  { ...ITEM, articleId: '3', storyId: null, origin: 'foreign', country: 'US', language: 'en' } as const,
];

describe('figuresOf', () => {
  const value = (facts: Partial<Facts>, id: string) =>
    figuresOf({ ...NONE, ...facts }, NONE).find((figure) => figure.id === id);
  const answered = (...times: string[]) => ({
    ...CASE,
    answers: times.map((releasedAt) => ({ title: 'x', body: 'x', channel: 'press-release' as const, releasedAt })),
  });
  const bound = (dueAt: string, metAt: string | null) => ({ ...CASE, deadlines: [{ rule: 'reply', dueAt, metAt }] });

  it('counts items, stories, outlets and origins, with the articles behind each', () => {
    const told = Object.fromEntries(
      figuresOf({ ...NONE, items }, { ...NONE, items: [ITEM] }).map((figure) => [
        figure.id,
        [figure.value, figure.previous, figure.articleIds],
      ]),
    );
    expect(told).toMatchObject({
      items: [3, 1, ['1', '2', '3']],
      stories: [2, 1, ['1', '2', '3']],
      outlets: [1, 1, ['1', '2', '3']],
      domestic: [2, 1, ['1', '2']],
      foreign: [1, 0, ['3']],
      flags: [1, 0, ['2']],
      distorted: [1, 0, ['2']],
    });
  });

  it('counts a case as answered when one of its answers left within the span', () => {
    const counted = (...times: string[]) => value({ cases: [answered(...times)] }, 'cases-answered');
    expect([[before], [within], [before, within], [after], []].map((times) => counted(...times)?.value)).toEqual([
      0, 1, 1, 0, 0,
    ]);
    expect(counted(within)?.caseIds).toEqual(['9']);
  });

  it.each([
    ['met in time', later, within, 1, 0],
    ['met on the dot', within, within, 1, 0],
    ['met late', within, later, 0, 1],
    ['not met', within, null, 0, 1],
    ['not met, due before', before, null, 0, 0],
    ['met in time before', later, before, 0, 0],
    ['due after', after, null, 0, 0],
  ])('counts a deadline that was %s', (_how, dueAt, metAt, kept, missed) => {
    const cases = [bound(dueAt, metAt)];
    expect([value({ cases }, 'deadlines-kept')?.value, value({ cases }, 'deadlines-missed')?.value]).toEqual([
      kept,
      missed,
    ]);
  });

  it('names the articles behind outcomes', () => {
    const outcome = {
      caseId: '9',
      caseNumber: '0009/2026',
      articleId: '2',
      outlet: 'Báo Thử',
      title: 'Bài',
      url: 'https://example.vn/2',
      outcome: 'corrected' as const,
      confirmedAt: new Date(within),
    };
    expect(value({ outcomes: [outcome] }, 'outcomes')).toMatchObject({ value: 1, articleIds: ['2'], caseIds: [] });
  });
});

describe('chartsOf', () => {
  it.each([
    [7, 7],
    [31, 31],
    [32, 5],
    [365, 27],
  ])('draws %d days as %d bars', (days, bars) => {
    const to = new Date(span.from.getTime() + days * 24 * 3600_000);
    const [byDay] = chartsOf({ ...NONE, span: { ...span, to }, items });
    expect(byDay?.bars).toHaveLength(bars);
    expect(byDay?.bars.flatMap(({ values }) => values).reduce((sum, one) => sum + one, 0)).toBe(3);
  });
});

describe('entries', () => {
  it('are one a story, domestic under their sector, those who copied it named once', () => {
    const groups = domesticOf(items);
    expect(groups.map(({ sector, entries }) => [sector, entries.map(({ articleId }) => articleId)])).toEqual([
      ['health', ['1']],
    ]);
    expect(groups[0]?.entries[0]?.tellings).toEqual([
      { articleId: '2', outlet: 'Báo Thử', url: 'https://example.vn/1' },
    ]);
    expect(foreignOf(items).map(({ country, language, entries }) => [country, language, entries.length])).toEqual([
      ['US', 'en', 1],
    ]);
  });

  it('stand for the one who wrote, not who copied', () => {
    const copies = [{ ...ITEM, articleId: '2', duplicateOf: '1' }, ITEM];
    expect(entriesOf(copies, () => '').map(({ articleId }) => articleId)).toEqual(['1']);
  });
});

describe('caseOf', () => {
  const procedure = procedureOf(loadProfile('thai-binh'), loadCalendar());
  const told = (row: PeriodCaseRow) => caseOf(row, procedure, span, new Date(later));

  it('names the agency, makes one line of an answer, and says of each deadline whether it was kept', () => {
    const body = 'Dòng một\n\n  Dòng   hai ';
    const answers = [{ title: 'x', body, channel: 'press-release' as const, releasedAt: within }];
    const deadlines = [
      { rule: 'draft-response', dueAt: within, metAt: within },
      { rule: 'draft-response', dueAt: within, metAt: later },
      { rule: 'draft-response', dueAt: within, metAt: null },
      { rule: 'draft-response', dueAt: later, metAt: null },
    ];
    const content = told({ ...CASE, answers, deadlines });
    expect(content).toMatchObject({ leadAgency: 'Sở Y tế', isNew: true });
    expect(content.answers.map((answer) => answer.body)).toEqual(['Dòng một Dòng hai']);
    expect(content.deadlines.map(({ kept, metAt }) => [kept, metAt])).toEqual([
      [true, within],
      [false, later],
      [false, null],
      [null, null],
    ]);
    expect(told({ ...CASE, leadAgency: null, openedAt: new Date(before) })).toMatchObject({
      leadAgency: null,
      isNew: false,
    });
  });

  it('is proposed for a reminder while a deadline is missed and not met since', () => {
    const late = told({ ...CASE, deadlines: [{ rule: 'draft-response', dueAt: within, metAt: null }] });
    const metLate = told({ ...CASE, deadlines: [{ rule: 'draft-response', dueAt: within, metAt: later }] });
    const silent = [
      { outlet: 'Báo Im', url: 'https://example.vn/feed', lastNewItemAt: null, alarm: 'silent' },
      { outlet: 'Báo Thử', url: 'https://example.vn/rss', lastNewItemAt: null, alarm: null },
    ];
    expect(proposalsOf([late, metLate, { ...late, leadAgency: null }], [], silent)).toEqual([
      { kind: 'remind-agency', subject: 'Sở Y tế', detail: '0009/2026' },
      { kind: 'remind-agency', subject: '', detail: '0009/2026' },
      { kind: 'check-source', subject: 'Báo Im', detail: 'https://example.vn/feed' },
    ]);
  });
});
