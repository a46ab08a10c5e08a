import type { Command } from '@lamro/access';
import type {
  FlagListRow,
  ItemRow,
  NewsCount,
  NextDeadlineView,
  NoticeView,
  SourceView,
  WaitingCounts,
} from '@lamro/database';
import { formatDay, formatNumber } from '@lamro/wording';
import { html } from 'hono/html';
import { allowed } from '../desk/allow.ts';
import type { SignedView } from '../desk/view.ts';
import { flagRow } from '../flag/row.ts';
import { localPath } from '../page/address.ts';
import { hidden, postForm } from '../page/field.ts';
import { layout } from '../page/layout.ts';
import { badge, empty, type Html, section, shortTime, time } from '../page/parts.ts';
import { isPast } from '../page/tone.ts';
import { sourceHealth } from '../source/health.ts';
import { itemCard } from '../stream/item.ts';
import { tourPanel } from './tour.ts';

export interface TodayContent {
  readonly waiting: WaitingCounts;
  readonly deadlines: readonly NextDeadlineView[];
  readonly flags: readonly FlagListRow[];
  readonly items: readonly ItemRow[];
  readonly alarms: readonly SourceView[];
  readonly notices: readonly NoticeView[];
  /** What came since the last visit in this browser; null on the first. */
  readonly since: (NewsCount & { readonly at: Date }) | null;
  /** Whether the short tour is shown. */
  readonly tour: boolean;
}

/** What waits for this person, what is due, what is new. */
export function todayPage(view: SignedView, content: TodayContent): Html {
  const { today } = view.words;
  return layout(view, {
    title: today.title,
    lead: formatDay(view.now, view.locale),
    body: html`${content.tour ? tourPanel(view) : ''}${counts(view, content.waiting)}${sinceLine(view, content.since)}
    <div class="columns">
      <div>
        ${section('flags', today.topFlags, content.flags.length === 0 ? empty(today.noFlags) : html`<ol class="items" data-rows>${content.flags.map((flag) => flagRow(view, flag))}</ol>`)}
        ${section('news', today.news, content.items.length === 0 ? empty(today.noNews) : html`<ol class="items">${content.items.map((item) => itemCard(view, item))}</ol>`)}
      </div>
      <div>
        ${section('deadlines', today.deadlines, deadlineList(view, content.deadlines))}
        ${section('notices', today.notices, noticeList(view, content.notices))}
        ${section('alarms', today.alarms, alarmList(view, content.alarms))}
      </div>
    </div>`,
  });
}

function counts(view: SignedView, waiting: WaitingCounts): Html {
  const { today } = view.words;
  const tile = (label: string, count: number, href: string, right: Command) =>
    allowed(view.actor, right)
      ? html`<li><a href="${href}" class="${count > 0 ? 'some' : 'none'}"><strong>${formatNumber(count, view.locale)}</strong> ${label}</a></li>`
      : html``;
  const week: readonly (readonly [number, string])[] = [
    [waiting.weekItems, today.weekItems],
    [waiting.weekFlags, today.weekFlags],
    [waiting.weekCases, today.weekCases],
    [waiting.weekReleases, today.weekReleases],
  ];
  return html`<section aria-labelledby="waiting-title"><h2 id="waiting-title" class="visually-hidden">${today.waiting}</h2>
    <ul class="tiles">
      ${tile(today.flagsOpen, waiting.flags, '/flags', 'flag.review')}
      ${tile(today.assignmentsOpen, waiting.assignments, '/agency', 'case.accept')}
      ${tile(today.approvals, waiting.approvals, '/cases?state=submitted', 'case.approve')}
      ${tile(today.checks, waiting.checks, '/cases?state=monitoring', 'case.confirm-outcome')}
    </ul>
    <p class="week"><strong>${today.week}:</strong> ${week.map(([count, label]) => html`<span>${formatNumber(count, view.locale)} ${label}</span> `)}</p>
  </section>`;
}

/** What is new since somebody was last here. */
function sinceLine(view: SignedView, since: TodayContent['since']): Html {
  if (since === null) return html``;
  const { today } = view.words;
  const number = (count: number) => formatNumber(count, view.locale);
  return html`<p class="week" id="since"><strong>${today.since} ${time(view, since.at)}:</strong> <a href="/stream">${number(since.items)} ${today.weekItems}</a> · <a href="/flags">${number(since.flags)} ${today.weekFlags}</a></p>`;
}

function deadlineList(view: SignedView, deadlines: readonly NextDeadlineView[]): Html {
  const { today } = view.words;
  if (deadlines.length === 0) return empty(today.noDeadlines);
  return html`<ul class="plain-list">${deadlines.map(
    (deadline) => html`<li><a href="/cases/${deadline.caseId}">${deadline.number}</a> ${deadline.title}
      <small>${isPast(view, deadline.dueAt) ? badge(today.overdue, 'danger') : today.due} ${time(view, deadline.dueAt)}</small></li>`,
  )}</ul>`;
}

function noticeList(view: SignedView, notices: readonly NoticeView[]): Html {
  const { today } = view.words;
  const newest = notices.reduce<string | null>(
    (most, { id }) => (most === null || BigInt(id) > BigInt(most) ? id : most),
    null,
  );
  if (newest === null) return empty(today.noNotices);
  return html`<ul class="plain-list">${notices.map(
    (
      notice,
    ) => html`<li>${notice.link === null ? html`<strong>${notice.title}</strong>` : html`<a href="${localPath(notice.link)}">${notice.title}</a>`}
      <small>${notice.body} · ${shortTime(view, notice.createdAt)}</small></li>`,
  )}</ul>
  ${postForm(view, '/notices/read', [hidden('upTo', newest), html`<button class="quiet" type="submit">${today.markRead}</button>`], 'inline')}`;
}

function alarmList(view: SignedView, alarms: readonly SourceView[]): Html {
  if (alarms.length === 0) return empty(view.words.today.noAlarms);
  return html`<ul class="plain-list">${alarms.map(
    (source) =>
      html`<li><a href="/sources/${source.id}">${source.outlet}</a> <small>${sourceHealth(view, source)}</small></li>`,
  )}</ul>`;
}
