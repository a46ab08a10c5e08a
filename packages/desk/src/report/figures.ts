import {
  countAgencyLoad,
  countCoverage,
  countOutlets,
  countTimeliness,
  countVerdicts,
  type OutletCount,
  type Pool,
  type VerdictCount,
} from '@lamro/database';
import { VERDICTS } from '@lamro/domain';
import { countryName, formatDate } from '@lamro/wording';
import { agencyName, type SignedView } from '../desk/view.ts';
import type { Figures } from './series.ts';

export const FIGURE_IDS = ['coverage', 'verdicts', 'outlets', 'countries', 'timeliness', 'load'] as const;
export type FigureId = (typeof FIGURE_IDS)[number];

const DAY_MS = 24 * 3600 * 1000;
const DAYS = 30;
const WEEKS = 12;

type Reader = (pool: Pool, view: SignedView) => Promise<Figures>;

const READERS: Readonly<Record<FigureId, Reader>> = {
  coverage: async (pool, view) => {
    const { reports, terms } = view.words;
    const rows = await countCoverage(pool, view.actor.profile, daysAgo(view, DAYS));
    return {
      id: 'coverage',
      title: reports.coverage,
      axis: reports.day,
      series: [terms.origins.domestic, terms.origins.foreign],
      rows: rows.map(({ day, domestic, foreign }) => ({ label: formatDate(day), values: [domestic, foreign] })),
    };
  },
  verdicts: async (pool, view) => {
    const { reports, terms } = view.words;
    const counts = await countVerdicts(pool, view.actor.profile, daysAgo(view, WEEKS * 7));
    return {
      id: 'verdicts',
      title: reports.verdicts,
      axis: reports.week,
      series: VERDICTS.map((verdict) => terms.verdicts[verdict]),
      rows: byWeek(counts),
    };
  },
  outlets: async (pool, view) => {
    const rows = await countOutlets(pool, view.actor.profile, daysAgo(view, DAYS));
    return itemFigures(
      view,
      'outlets',
      rows.map((row) => ({ ...row, label: row.outlet })),
    );
  },
  countries: async (pool, view) => {
    const rows = await countOutlets(pool, view.actor.profile, daysAgo(view, DAYS));
    const countries = [...Map.groupBy(rows, (row) => row.country)].map(([country, group]) => ({
      label: countryName(country, view.locale),
      items: group.reduce((total, row) => total + row.items, 0),
      flagged: group.reduce((total, row) => total + row.flagged, 0),
    }));
    return itemFigures(
      view,
      'countries',
      countries.sort((a, b) => b.items - a.items),
    );
  },
  timeliness: async (pool, view) => {
    const { reports } = view.words;
    const filter = { profile: view.actor.profile, since: daysAgo(view, WEEKS * 7), now: view.now };
    const rows = await countTimeliness(pool, filter);
    return {
      id: 'timeliness',
      title: reports.timeliness,
      axis: reports.rule,
      series: [reports.running, reports.late, reports.onTime],
      rows: rows.map(({ rule, onTime, late, running }) => ({
        label: view.profile.deadlines.find((entry) => entry.rule === rule)?.label ?? rule,
        values: [running, late, onTime],
      })),
    };
  },
  load: async (pool, view) => {
    const { reports, terms } = view.words;
    const rows = await countAgencyLoad(pool, view.actor.profile);
    return {
      id: 'load',
      title: reports.load,
      axis: reports.agency,
      series: [terms.assignmentStates.open, terms.assignmentStates.accepted],
      rows: rows.map(({ agency, waiting, working }) => ({
        label: agencyName(view.profile, agency),
        values: [waiting, working],
      })),
    };
  },
};

/** The figures of one chart for the person's province. */
export function readFigures(pool: Pool, view: SignedView, id: FigureId): Promise<Figures> {
  return READERS[id](pool, view);
}

/** Items without a flag and with one, so that a bar's length is all items. */
function itemFigures(
  view: SignedView,
  id: 'outlets' | 'countries',
  rows: readonly (Pick<OutletCount, 'items' | 'flagged'> & { readonly label: string })[],
): Figures {
  const { reports, stream } = view.words;
  return {
    id,
    title: reports[id],
    axis: id === 'outlets' ? stream.outlet : stream.country,
    series: [stream.noFlag, stream.flagged],
    rows: rows.map(({ label, items, flagged }) => ({ label, values: [items - flagged, flagged] })),
  };
}

function byWeek(counts: readonly VerdictCount[]): Figures['rows'] {
  return [...Map.groupBy(counts, (count) => count.week)].map(([week, group]) => ({
    label: week,
    values: VERDICTS.map((verdict) => group.find((count) => count.verdict === verdict)?.reviews ?? 0),
  }));
}

function daysAgo(view: SignedView, days: number): Date {
  return new Date(view.now.getTime() - days * DAY_MS);
}
