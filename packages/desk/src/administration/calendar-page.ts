import type { WorkCalendar } from '@lamro/profiles';
import { formatDate } from '@lamro/wording';
import { html } from 'hono/html';
import type { SignedView } from '../desk/view.ts';
import { layout } from '../page/layout.ts';
import { empty, facts, type Html, section, table } from '../page/parts.ts';
import { tabs } from './tabs.ts';

const DAY_MS = 24 * 3600 * 1000;

/** The calendar by which deadlines are counted: office hours, holidays and days worked instead, of this year and the next. */
export function calendarPage(view: SignedView, calendar: WorkCalendar): Html {
  const { calendars: words } = view.words;
  const year = Number(view.now.toLocaleDateString('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).slice(0, 4));
  const hours = calendar.officeHours.map(({ from, to }) => `${from}–${to}`).join(', ');
  return layout(view, {
    title: words.title,
    lead: words.lead,
    body: html`${tabs(view)}${facts([[words.hours, hours]])}${[year, year + 1].map((each) => yearSections(view, calendar, each))}`,
  });
}

function yearSections(view: SignedView, calendar: WorkCalendar, year: number): Html {
  const { calendars: words } = view.words;
  const days = daysOf(year).map((day) => ({ day, why: calendar.restReason(day), weekend: isWeekend(day) }));
  const off = days.filter(({ why, weekend }) => why !== null && !weekend);
  const worked = days.filter(({ why, weekend }) => why === null && weekend);
  return html`${section(
    `off-${year}`,
    `${words.year(String(year))}: ${words.off}`,
    table(
      words.off,
      [words.day, words.name],
      off.map(({ day, why }) => [formatDate(day), why ?? '']),
    ),
  )}${section(
    `worked-${year}`,
    `${words.year(String(year))}: ${words.worked}`,
    worked.length === 0
      ? empty(words.noWorked)
      : html`<ul>${worked.map(({ day }) => html`<li>${formatDate(day)}</li>`)}</ul>`,
  )}`;
}

function daysOf(year: number): readonly string[] {
  const first = Date.UTC(year, 0, 1);
  const count = (Date.UTC(year + 1, 0, 1) - first) / DAY_MS;
  return Array.from({ length: count }, (_, index) => new Date(first + index * DAY_MS).toISOString().slice(0, 10));
}

function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}
