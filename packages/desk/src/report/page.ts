import { formatClause } from '@lamro/domain';
import { loadCalendar, reportOccasions } from '@lamro/profiles';
import { formatDate, formatNumber, formatTime, termOf } from '@lamro/wording';
import { html } from 'hono/html';
import { agencyName, type SignedView } from '../desk/view.ts';
import { layout } from '../page/layout.ts';
import { empty, type Html, section, table } from '../page/parts.ts';
import { barChart } from './chart.ts';
import type { Figures } from './series.ts';

/** All charts, each with its table, and the reports that the regulation asks for. */
export function reportPage(view: SignedView, all: readonly Figures[]): Html {
  const { reports: words, chrome } = view.words;
  return layout(view, {
    title: words.title,
    lead: `${words.lead} ${chrome.asOf(formatTime(view.now, view.locale))}`,
    body: html`<p><a class="button" href="/reports/periods">${view.words.periodReports.title}</a></p><div class="charts">${all.map((figures) => chartSection(view, figures))}</div>${upcomingSection(view)}${calendarSection(view)}`,
  });
}

function chartSection(view: SignedView, figures: Figures): Html {
  const { reports: words } = view.words;
  if (figures.rows.length === 0) return section(figures.id, figures.title, empty(words.empty));
  return section(
    figures.id,
    figures.title,
    html`${barChart(view, figures)}
    <div class="buttons"><a class="button quiet" href="/reports/${figures.id}.csv" download>${words.csv}</a><button type="button" class="quiet" data-save-chart="${figures.id}" hidden>${words.png}</button></div>
    <details class="fold"><summary>${words.table}</summary>${table(
      figures.title,
      [figures.axis, ...figures.series],
      figures.rows.map(({ label, values }) => [
        label,
        ...values.map((value) => html`<span class="figure">${formatNumber(value, view.locale)}</span>`),
      ]),
    )}</details>`,
  );
}

const LISTED = 8;

/** The next occasions on which the regulation wants a report, with the days on which people are reminded. */
function upcomingSection(view: SignedView): Html {
  const { reports: words } = view.words;
  const { profile, now } = view;
  const calendar = loadCalendar();
  const today = now.toLocaleDateString('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' });
  const year = Number(today.slice(0, 4));
  const coming = [...reportOccasions(profile, calendar, year), ...reportOccasions(profile, calendar, year + 1)]
    .filter((occasion) => occasion.lastDay >= today)
    .slice(0, LISTED);
  if (coming.length === 0) return section('upcoming', words.upcoming, empty(words.noCalendar));
  return section(
    'upcoming',
    words.upcoming,
    table(
      words.upcoming,
      [words.lastDay, words.kind, words.to, words.remindOn],
      coming.map(({ duty, lastWorkingDay, remindOn }) => [
        formatDate(lastWorkingDay),
        html`${termOf(words.kinds, duty.kind)}<small>${duty.summary}</small>`,
        profile.groups[duty.to]?.name ?? agencyName(profile, duty.to),
        remindOn.map(formatDate).join(', '),
      ]),
    ),
  );
}

function calendarSection(view: SignedView): Html {
  const { reports: words, cases } = view.words;
  const { profile } = view;
  if (profile.reports.length === 0) return section('calendar', words.calendar, empty(words.noCalendar));
  const name = (id: string) => profile.groups[id]?.name ?? agencyName(profile, id);
  return section(
    'calendar',
    words.calendar,
    table(
      words.calendar,
      [words.dueBy, words.kind, words.from, words.to, cases.clause],
      profile.reports.map((duty) => [
        duty.day === null
          ? words.noDay
          : `${duty.inclusive ? words.byDay : words.beforeDay} ${duty.day}${duty.month === null ? '' : `/${duty.month}`}`,
        html`${termOf(words.kinds, duty.kind)}<small>${duty.summary}</small>`,
        name(duty.from),
        name(duty.to),
        formatClause(duty.clause, profile.regulation.instrument),
      ]),
    ),
  );
}
