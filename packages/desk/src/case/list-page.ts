import type { CaseListRow } from '@lamro/database';
import { html } from 'hono/html';
import { agencyName, type SignedView } from '../desk/view.ts';
import { pathWith } from '../page/address.ts';
import { selectField } from '../page/field.ts';
import { layout } from '../page/layout.ts';
import { badge, empty, type Html, pager, shortTime, table } from '../page/parts.ts';
import { caseBadge, isPast } from '../page/tone.ts';

export const CASE_PAGE = 40;

export interface CaseQuery {
  readonly state: string | null;
  readonly after: string | null;
}

/** Cases, newest first. One row more than a page is given, to know whether there is a next one. */
export function caseListPage(view: SignedView, query: CaseQuery, cases: readonly CaseListRow[]): Html {
  const { cases: words, chrome, terms } = view.words;
  const shown = cases.slice(0, CASE_PAGE);
  const last = cases.length > CASE_PAGE ? shown.at(-1) : undefined;
  const states = Object.entries(terms.caseStates).map(([value, label]) => ({ value, label }));
  return layout(view, {
    title: words.title,
    lead: words.lead,
    body: html`<form method="get" action="/cases" class="filters in-line">
      ${selectField({ id: 'state', name: 'state', label: words.state, value: query.state ?? '', none: chrome.all, choices: [{ value: 'open', label: words.stateOpen }, ...states] })}
      <div class="buttons"><button type="submit">${chrome.filter}</button></div>
    </form>
    ${
      shown.length === 0
        ? empty(words.empty)
        : table(
            words.title,
            [words.number, chrome.pages.article, words.state, words.leadAgency, words.due, words.opened],
            shown.map((row) => cells(view, row)),
          )
    }
    ${pager(view, {
      first: query.after === null ? null : pathWith('/cases', { state: query.state }),
      next: last === undefined ? null : pathWith('/cases', { state: query.state, after: last.id }),
    })}`,
  });
}

function cells(view: SignedView, row: CaseListRow): (Html | string)[] {
  const { cases: words } = view.words;
  return [
    html`<a href="/cases/${row.id}">${row.number}</a>`,
    html`<a href="/cases/${row.id}">${row.title}</a>`,
    caseBadge(view, row.state),
    row.leadAgency === null
      ? html`<span class="muted">${words.noLead}</span>`
      : agencyName(view.profile, row.leadAgency),
    row.dueAt === null
      ? html`<span class="muted">${words.noDue}</span>`
      : html`${shortTime(view, row.dueAt)}${isPast(view, row.dueAt) ? badge(words.overdue, 'danger') : ''}`,
    shortTime(view, row.openedAt),
  ];
}
