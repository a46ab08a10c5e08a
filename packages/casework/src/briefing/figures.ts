import type { PeriodCaseRow } from '@lamro/database';
import {
  BRIEFING_FIGURES,
  type BriefingChart,
  type BriefingFigure,
  type BriefingFigureId,
  originSchema,
  SECTORS,
} from '@lamro/domain';
import { localDay } from '../chain/day.ts';
import type { Facts } from './facts.ts';
import { firstSector } from './sector.ts';

interface Count {
  readonly value: number;
  readonly articleIds: readonly string[];
  readonly caseIds: readonly string[];
}

/** The figures of a span beside those of the span before it. */
export function figuresOf(facts: Facts, before: Facts): BriefingFigure[] {
  const now = countAll(facts);
  const earlier = countAll(before);
  return BRIEFING_FIGURES.map((id) => ({
    id,
    value: now[id].value,
    previous: earlier[id].value,
    articleIds: [...now[id].articleIds],
    caseIds: [...now[id].caseIds],
  }));
}

function countAll(facts: Facts): Record<BriefingFigureId, Count> {
  const { items, criticism, cases, outcomes, span } = facts;
  const within = (time: Date) => time >= span.from && time < span.to;
  const distinct = new Set(items.map((item) => item.storyId ?? `article-${item.articleId}`));
  const deadlines = (kept: boolean) =>
    countDeadlines(cases, (dueAt, metAt) => {
      const settled = metAt !== null && metAt <= dueAt ? metAt : dueAt;
      return within(settled) && (metAt !== null && metAt <= dueAt) === kept;
    });
  return {
    items: articles(items),
    stories: { ...articles(items), value: distinct.size },
    outlets: { ...articles(items), value: new Set(items.map((item) => item.outlet)).size },
    domestic: articles(items.filter((item) => item.origin === 'domestic')),
    foreign: articles(items.filter((item) => item.origin === 'foreign')),
    flags: articles(items.filter((item) => item.flagState !== null)),
    distorted: articles(items.filter((item) => item.flagState === 'confirmed' && item.verdict === 'distorted')),
    criticism: articles(criticism),
    'cases-opened': casesOf(cases.filter((row) => within(row.openedAt))),
    'cases-answered': casesOf(cases.filter((row) => row.answers.some((answer) => within(new Date(answer.releasedAt))))),
    'deadlines-kept': deadlines(true),
    'deadlines-missed': deadlines(false),
    outcomes: { value: outcomes.length, articleIds: outcomes.map((row) => row.articleId), caseIds: [] },
  };
}

function articles(rows: readonly { readonly articleId: string }[]): Count {
  return { value: rows.length, articleIds: rows.map((row) => row.articleId), caseIds: [] };
}

function casesOf(rows: readonly PeriodCaseRow[]): Count {
  return { value: rows.length, articleIds: [], caseIds: rows.map((row) => row.caseId) };
}

function countDeadlines(cases: readonly PeriodCaseRow[], counts: (dueAt: Date, metAt: Date | null) => boolean): Count {
  const found = cases.map((row) => ({
    caseId: row.caseId,
    value: row.deadlines.filter((d) => counts(new Date(d.dueAt), d.metAt === null ? null : new Date(d.metAt))).length,
  }));
  const counted = found.filter(({ value }) => value > 0);
  return {
    value: counted.reduce((sum, { value }) => sum + value, 0),
    articleIds: [],
    caseIds: counted.map(({ caseId }) => caseId),
  };
}

const ORIGINS = originSchema.options;
const DAY_MS = 24 * 3600 * 1000;
const MOST_BARS = 31;

/** Items by day (weeks where the span is long) and by sector, domestic and foreign beside each other. */
export function chartsOf(facts: Facts): BriefingChart[] {
  const days = Math.round((facts.span.to.getTime() - facts.span.from.getTime()) / DAY_MS);
  const step = days <= MOST_BARS ? 1 : 7 * Math.ceil(days / 7 / MOST_BARS);
  const starts = Array.from(
    { length: Math.ceil(days / step) },
    (_, index) => facts.span.from.getTime() + index * step * DAY_MS,
  );
  const byDay = starts.map((start) => ({
    key: localDay(new Date(start)),
    values: perOrigin(
      facts,
      ({ firstSeenAt }) => firstSeenAt.getTime() >= start && firstSeenAt.getTime() < start + step * DAY_MS,
    ),
  }));
  const bySector = SECTORS.map((sector) => ({
    key: sector,
    values: perOrigin(facts, (item) => firstSector(item.sectors) === sector),
  })).filter(({ values }) => values.some((value) => value > 0));
  return [
    { id: 'by-day', series: [...ORIGINS], bars: byDay },
    { id: 'by-sector', series: [...ORIGINS], bars: bySector },
  ];
}

function perOrigin(facts: Facts, counts: (item: Facts['items'][number]) => boolean): number[] {
  const counted = facts.items.filter(counts);
  return ORIGINS.map((origin) => counted.filter((item) => item.origin === origin).length);
}
