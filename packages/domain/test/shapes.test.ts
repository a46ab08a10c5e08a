import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { pressItemSchema } from '../src/article.ts';
import { briefingContentSchema, briefingFormatOf } from '../src/briefing.ts';
import { citationSchema, clauseRefSchema, formatClause } from '../src/citation.ts';
import { gazetteerSchema } from '../src/gazetteer.ts';
import { judgementSchema } from '../src/judgement.ts';
import { modelManifestSchema } from '../src/model.ts';
import { periodReportContentSchema } from '../src/period-report.ts';
import { officialRecordSchema, periodSchema } from '../src/record.ts';
import { routeQuerySchema, routeSchema } from '../src/route.ts';
import { agencyIdSchema, basisSchema, languageSchema, originSchema, profileIdSchema } from '../src/vocabulary.ts';
import {
  BRIEFING,
  citation,
  GAZETTEER,
  JUDGEMENT,
  MANIFEST,
  PERIOD_REPORT,
  PRESS_ITEM,
  QUERY,
  RECORD,
  ROUTE,
} from './samples.ts';

const SHAPES: readonly (readonly [string, z.ZodType, object])[] = [
  ['briefing', briefingContentSchema, BRIEFING],
  ['period report', periodReportContentSchema, PERIOD_REPORT],
  ['judgement', judgementSchema, JUDGEMENT],
  ['gazetteer', gazetteerSchema, GAZETTEER],
  ['record', officialRecordSchema, RECORD],
  ['route', routeSchema, ROUTE],
  ['route query', routeQuerySchema, QUERY],
  ['models', modelManifestSchema, MANIFEST],
  ['press item', pressItemSchema, PRESS_ITEM],
  ['citation', citationSchema, citation],
];

type Path = readonly (string | number)[];

/** Every place of a value that holds no further places. */
function leavesOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) =>
    leavesOf(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function withAt(value: unknown, [key, ...rest]: Path, put: unknown): unknown {
  if (key === undefined) return put;
  const copy: unknown = structuredClone(value);
  if (typeof copy !== 'object' || copy === null) throw new Error(`nothing at ${String(key)}`);
  Reflect.set(copy, key, withAt(Reflect.get(copy, key), rest, put));
  return copy;
}

function refusedPaths(schema: z.ZodType, value: unknown): readonly string[] {
  const parsed = schema.safeParse(value);
  return parsed.success ? [] : parsed.error.issues.map((issue) => issue.path.join('.'));
}

describe.each(SHAPES)('%s', (_, schema, sample) => {
  it('is kept whole as it came', () => {
    expect(schema.parse(sample)).toEqual(sample);
  });

  it('is refused at each place that holds something else', () => {
    for (const path of leavesOf(sample)) {
      // No place of any shape takes a list of lists.
      expect(new Set(refusedPaths(schema, withAt(sample, path, [[]]))), path.join('.')).toEqual(
        new Set([path.join('.')]),
      );
    }
  });
});

/** Values that are of the right kind and still wrong, and their like that are right. */
const LIMITS: readonly (readonly [string, z.ZodType, object, Path, readonly unknown[], readonly unknown[]])[] = [
  ['score', judgementSchema, JUDGEMENT, ['relevance', 'score'], [-0.01, 1.01], [0, 1]],
  [
    'about',
    judgementSchema,
    JUDGEMENT,
    ['relevance', 'about'],
    ['', 'all'],
    ['subject', 'event-place', 'passing', 'none'],
  ],
  ['start', judgementSchema, JUDGEMENT, ['claims', 0, 'start'], [-1, 0.5], [0, 7]],
  ['end', judgementSchema, JUDGEMENT, ['claims', 0, 'end'], [-1, 0.5], [0, 7]],
  ['claim', judgementSchema, JUDGEMENT, ['claims', 0, 'quote'], [''], ['x']],
  ['signal', judgementSchema, JUDGEMENT, ['signals', 0, 'quote'], [''], ['x']],
  ['why', judgementSchema, JUDGEMENT, ['signals', 0, 'why'], [''], ['x']],
  ['strength', judgementSchema, JUDGEMENT, ['signals', 0, 'strength'], [-0.1, 1.1], [0, 1]],
  ['evidence', judgementSchema, JUDGEMENT, ['signals', 0, 'evidence'], ['x'], [null]],
  ['sector score', judgementSchema, JUDGEMENT, ['sectors', 0, 'score'], [-0.1, 1.1], [0, 1]],
  ['flag score', judgementSchema, JUDGEMENT, ['flag', 'score'], [-0.1, 1.1], [0, 1]],
  ['suggestion', judgementSchema, JUDGEMENT, ['verdictSuggestion'], ['wrong'], [null, 'opinion']],
  ['article', citationSchema, citation, ['article'], [0, -1, 1.5, null], [1]],
  ['clause', citationSchema, citation, ['clause'], [0, -1, 1.5], [1, null]],
  ['point', citationSchema, citation, ['point'], ['', 'abcd'], ['a', 'abc', null]],
  ['item', citationSchema, citation, ['item'], [0, -1, 1.5], [1, null]],
  ['part', citationSchema, citation, ['part'], ['', 'law'], ['decision', 'regulation']],
  ['for', citationSchema, citation, ['for'], [''], ['x']],
  ['unit code', gazetteerSchema, GAZETTEER, ['units', 0, 'code'], [''], ['x']],
  ['unit name', gazetteerSchema, GAZETTEER, ['units', 0, 'name'], [''], ['x']],
  ['era', gazetteerSchema, GAZETTEER, ['units', 0, 'era'], ['', 'later'], ['before-2025-07', 'since-2025-07']],
  ['other names', gazetteerSchema, GAZETTEER, ['units', 0, 'names', 'en', 0], [''], ['x']],
  ['units', gazetteerSchema, GAZETTEER, ['units'], [[]], []],
  ['look-alike', gazetteerSchema, GAZETTEER, ['lookAlikes', 0, 'text'], [''], ['x']],
  ['its language', gazetteerSchema, GAZETTEER, ['lookAlikes', 0, 'language'], ['', 'v'], ['vi']],
  ['its reason', gazetteerSchema, GAZETTEER, ['lookAlikes', 0, 'why'], [''], ['x']],
  ['context', gazetteerSchema, GAZETTEER, ['context', 'vi', 0], [''], ['x']],
  ['record id', officialRecordSchema, RECORD, ['id'], [''], ['x']],
  ['kind', officialRecordSchema, RECORD, ['kind'], ['', 'x'], ['statement', 'clarification']],
  ['text', officialRecordSchema, RECORD, ['text'], [''], ['x']],
  ['indicator', officialRecordSchema, RECORD, ['indicator'], [''], ['x', null]],
  ['value', officialRecordSchema, RECORD, ['value'], [Number.NaN], [0, null]],
  ['unit', officialRecordSchema, RECORD, ['unit'], [''], ['x', null]],
  ['valid from', officialRecordSchema, RECORD, ['validFrom'], ['1/1/2026', '2026-13-01'], ['2026-01-01', null]],
  ['document', officialRecordSchema, RECORD, ['documentNumber'], [''], ['x']],
  ['source', officialRecordSchema, RECORD, ['source'], [''], ['x']],
  ['source address', officialRecordSchema, RECORD, ['sourceUrl'], [''], ['x']],
  ['place', routeQuerySchema, QUERY, ['places', 0], [''], ['x']],
  [
    'article id',
    briefingContentSchema,
    BRIEFING,
    ['annex', 0, 'articleId'],
    ['', 'x', '1x', 'x1', '1234567890123456789'],
    ['1', '123456789012345678'],
  ],
  ['figure', briefingContentSchema, BRIEFING, ['figures', 0, 'value'], [-1, 0.5], [0, 9]],
  ['figure before', briefingContentSchema, BRIEFING, ['figures', 0, 'previous'], [-1, 0.5], [0, 9]],
  [
    'figure name',
    briefingContentSchema,
    BRIEFING,
    ['figures', 0, 'id'],
    [''],
    [
      'stories',
      'outlets',
      'domestic',
      'foreign',
      'flags',
      'distorted',
      'criticism',
      'cases-opened',
      'cases-answered',
      'deadlines-kept',
      'deadlines-missed',
      'outcomes',
    ],
  ],
  ['bar', briefingContentSchema, BRIEFING, ['charts', 0, 'bars', 0, 'values', 0], [-1, 0.5], [0, 9]],
  ['chart', briefingContentSchema, BRIEFING, ['charts', 0, 'id'], [''], ['by-day', 'by-sector']],
  [
    'instant',
    briefingContentSchema,
    BRIEFING,
    ['compiledAt'],
    ['2026-11-22', '2026-11-22T10:00:00'],
    ['2026-11-22T03:00:00Z'],
  ],
  ['period', briefingContentSchema, BRIEFING, ['period', 'kind'], ['', 'month'], ['week', 'period']],
  [
    'flag state',
    briefingContentSchema,
    BRIEFING,
    ['annex', 0, 'flagState'],
    [''],
    ['open', 'dismissed', 'needs-evidence', null],
  ],
  ['words by', briefingContentSchema, BRIEFING, ['criticism', 0, 'summary', 'by'], [''], ['person', 'model']],
  [
    'proposal',
    briefingContentSchema,
    BRIEFING,
    ['proposals', 0, 'kind'],
    [''],
    ['remind-agency', 'follow-outlet', 'check-source'],
  ],
  ['subject', briefingContentSchema, BRIEFING, ['proposals', 0, 'subject'], ['x'.repeat(4_001)], ['x'.repeat(4_000)]],
  ['detail', briefingContentSchema, BRIEFING, ['proposals', 0, 'detail'], ['x'.repeat(4_001)], ['x'.repeat(4_000)]],
  ...(
    [
      ['overview'],
      ['correction'],
      ['cases', 0, 'comment'],
      ['criticism', 0, 'comment'],
      ['criticism', 0, 'summary', 'text'],
    ] as const
  ).map(
    (path) => ['words', briefingContentSchema, BRIEFING, path, ['x'.repeat(20_001)], ['x'.repeat(20_000), '']] as const,
  ),
  ...(
    [
      ['annex', 0, 'publishedAt'],
      ['annex', 0, 'verdict'],
      ['criticism', 0, 'storyId'],
      ['cases', 0, 'leadAgency'],
      ['cases', 0, 'deadlines', 0, 'metAt'],
      ['cases', 0, 'deadlines', 0, 'kept'],
      ['silentSources', 0, 'lastNewItemAt'],
      ['silentSources', 0, 'alarm'],
      ['correction'],
    ] as const
  ).map((path) => ['may be unknown', briefingContentSchema, BRIEFING, path, [7], [null]] as const),
  ...([['overview'], ['difficulties'], ['proposals']] as const).map(
    (path) =>
      [
        'report words',
        periodReportContentSchema,
        PERIOD_REPORT,
        path,
        ['x'.repeat(20_001)],
        ['x'.repeat(20_000), ''],
      ] as const,
  ),
  ...(['task', 'planned', 'result'] as const).map(
    (part) =>
      [
        'task words',
        periodReportContentSchema,
        PERIOD_REPORT,
        ['plan', 0, part],
        ['x'.repeat(2001)],
        ['x'.repeat(2000), ''],
      ] as const,
  ),
  ['task figure', periodReportContentSchema, PERIOD_REPORT, ['plan', 0, 'figure'], ['', 'x'], [null, 'items']],
  [
    'report kind',
    periodReportContentSchema,
    PERIOD_REPORT,
    ['duty', 'kind'],
    ['', 'weekly'],
    ['yearly', 'half-year', 'ad-hoc'],
  ],
  ['report through', periodReportContentSchema, PERIOD_REPORT, ['duty', 'via'], [7], [null]],
  [
    'report day',
    periodReportContentSchema,
    PERIOD_REPORT,
    ['period', 'from'],
    ['1/1/2026', '2026-02-30'],
    ['2026-01-01'],
  ],
  ['last day', periodReportContentSchema, PERIOD_REPORT, ['lastDay'], ['2026-13-01'], ['2026-12-15', null]],
  [
    'report instant',
    periodReportContentSchema,
    PERIOD_REPORT,
    ['compiledAt'],
    ['2026-11-22T10:00:00'],
    ['2026-11-22T03:00:00Z'],
  ],
  ['model folder', modelManifestSchema, MANIFEST, ['embedding', 'folder'], [''], ['x']],
  ['revision', modelManifestSchema, MANIFEST, ['embedding', 'revision'], [''], ['x']],
  [
    'precision',
    modelManifestSchema,
    MANIFEST,
    ['embedding', 'dtype'],
    ['', 'q5'],
    ['fp32', 'fp16', 'int8', 'uint8', 'q4'],
  ],
  ['languages', modelManifestSchema, MANIFEST, ['translation', 0, 'from'], [[]], [['zh', 'en']]],
  ['language', modelManifestSchema, MANIFEST, ['translation', 0, 'to'], ['v', 'vie', 'VI', 'vi-', '-vi', '11'], ['en']],
  [
    'hub',
    modelManifestSchema,
    MANIFEST,
    ['entailment', 'hub'],
    ['Xenova', 'a/b/c', '/b', 'a/', ' a/b', 'a/b '],
    ['a.b/c-d_e'],
  ],
];

it.each(LIMITS)('%s keeps its limits', (_, schema, sample, path, wrong, right) => {
  for (const value of wrong)
    expect(refusedPaths(schema, withAt(sample, path, value)).length, JSON.stringify(value)).toBeGreaterThan(0);
  for (const value of right)
    expect(refusedPaths(schema, withAt(sample, path, value)), JSON.stringify(value)).toEqual([]);
});

describe('what may be left out', () => {
  it('gets its default', () => {
    expect(clauseRefSchema.parse({ part: 'decision', article: 1 })).toEqual({
      part: 'decision',
      article: 1,
      clause: null,
      point: null,
      item: null,
    });
    expect(pressItemSchema.parse({ id: 7 })).toEqual({ id: '7', url: '', title: '', text: '' });
    expect(routeQuerySchema.parse({ origin: 'domestic' })).toEqual({ origin: 'domestic', sectors: [], places: [] });
    expect(modelManifestSchema.parse({})).toEqual({ translation: [] });
    expect(modelManifestSchema.parse({ entailment: { folder: 'x' } }).entailment?.revision).toBe('main');
    const unit = { code: '1', name: 'Tỉnh', kind: 'province', era: 'both' };
    expect(gazetteerSchema.parse({ profile: 'x', units: [unit] })).toEqual({
      profile: 'x',
      units: [{ ...unit, parent: null, successor: null, names: {} }],
      lookAlikes: [],
      context: {},
    });
    expect(pressItemSchema.safeParse({ id: '' }).success).toBe(false);
    expect(routeSchema.safeParse({ ...ROUTE, lead: null, dossier: null }).success).toBe(true);
  });

  it('is told with the remedy where it may not', () => {
    const message = (schema: z.ZodType, value: unknown): string =>
      schema.safeParse(value).error?.issues[0]?.message ?? '';
    for (const task of ['embedding', 'entailment'] as const) {
      expect(message(modelManifestSchema, { [task]: {} })).toContain('folder và hub');
      expect(message(modelManifestSchema, { [task]: { folder: 'a', hub: 'a/b' } })).toContain('folder và hub');
      expect(modelManifestSchema.safeParse({ [task]: { folder: 'a', other: 1 } }).success).toBe(false);
    }
    expect(message(modelManifestSchema, { translation: [{ from: ['zh'], to: 'vi' }] })).toContain('folder và hub');
    expect(
      modelManifestSchema.safeParse({ translation: [{ folder: 'a', from: ['zh'], to: 'vi', other: 1 }] }).success,
    ).toBe(false);
    expect(modelManifestSchema.safeParse({ other: {} }).success).toBe(false);
    expect(message(modelManifestSchema, { entailment: { hub: 'x' } })).toContain('chủ/tên');
    expect(message(modelManifestSchema, { translation: [{ folder: 'a', from: ['zh'], to: 'x' }] })).toContain(
      'hai chữ',
    );
    expect(message(profileIdSchema, 'Thái Bình')).toContain('mã hồ sơ tỉnh');
    expect(message(agencyIdSchema, 'Sở Y tế')).toContain('mã cơ quan');
    expect(message(periodSchema, 'năm nay')).toContain('kỳ số liệu');
  });
});

it.each([profileIdSchema, agencyIdSchema])('ids are plain words joined by hyphens', (schema) => {
  for (const good of ['a', 'so-y-te', 'ubnd-2', 'q1-hcm', 'ab1'])
    expect(schema.safeParse(good).success, good).toBe(true);
  for (const bad of ['', 'A', '1a', '-a', 'a-', 'a--b', 'sở', 'a b', 'a-B', ' a', 'a ', 'a-b!', 'a!'])
    expect(schema.safeParse(bad).success, bad).toBe(false);
});

it('periods are years, months, quarters, or ranges of them', () => {
  for (const good of ['2026', '2026-09', '2026-Q3', '2026-01/2026-09', '2025/2026', '2025-Q1/2026-Q4', '2025-10/2026'])
    expect(periodSchema.safeParse(good).success, good).toBe(true);
  for (const bad of [
    '',
    '26',
    '20266',
    '2026-9',
    '2026-009',
    '2026-Q5',
    '2026-Q0',
    '2026-Q',
    '2026/',
    '/2026',
    '2026-01/26',
    'x2026',
    '2026x',
    '2026-01/2026-9',
    '2026-01/2026-Q7',
    '2026/2027/2028',
    '2026-ab',
    '2026/2027-ab',
    'abcd',
    '2026/abcd',
  ])
    expect(periodSchema.safeParse(bad).success, bad).toBe(false);
});

it('cites a clause as officials write it', () => {
  const ref = { part: 'regulation', article: 7, clause: 3, point: 'a', item: 2 } as const;
  expect(formatClause(ref)).toBe('gạch đầu dòng 2 điểm a khoản 3 Điều 7 Quy chế');
  expect(formatClause({ ...ref, item: null, point: null }, 'Quy định')).toBe('khoản 3 Điều 7 Quy định');
  expect(formatClause({ part: 'decision', article: 2, clause: null, point: null, item: null })).toBe(
    'Điều 2 Quyết định',
  );
});

it('knows the formats of a briefing by name', () => {
  expect(['docx', 'pdf', 'xlsx', 'html', 'odt', '', 'toString'].map(briefingFormatOf)).toEqual([
    'docx',
    'pdf',
    'xlsx',
    'html',
    null,
    null,
    null,
  ]);
});

it('tells small vocabularies from anything else', () => {
  for (const value of ['domestic', 'foreign']) expect(originSchema.parse(value)).toBe(value);
  for (const value of ['law', 'internal']) expect(basisSchema.parse(value)).toBe(value);
  for (const value of ['vi', 'und']) expect(languageSchema.parse(value)).toBe(value);
  for (const schema of [originSchema, basisSchema, languageSchema]) expect(schema.safeParse('').success).toBe(false);
});
