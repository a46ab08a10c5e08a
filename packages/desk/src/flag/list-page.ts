import type { FlagListRow } from '@lamro/database';
import { html } from 'hono/html';
import type { SignedView } from '../desk/view.ts';
import { pathWith } from '../page/address.ts';
import { selectField } from '../page/field.ts';
import { layout } from '../page/layout.ts';
import { empty, type Html, pager } from '../page/parts.ts';
import { flagRow } from './row.ts';

export interface FlagQuery {
  readonly state: string;
  readonly origin: string | null;
  readonly after: string | null;
}

export const FLAG_PAGE = 30;

/** Flags by score. One row more than a page is given, to know whether there is a next one. */
export function flagListPage(view: SignedView, query: FlagQuery, flags: readonly FlagListRow[]): Html {
  const { flags: words, chrome, terms, stream } = view.words;
  const shown = flags.slice(0, FLAG_PAGE);
  const last = flags.length > FLAG_PAGE ? shown.at(-1) : undefined;
  const states = Object.entries(terms.flagStates).map(([value, label]) => ({ value, label }));
  const origins = Object.entries(terms.origins).map(([value, label]) => ({ value, label }));
  return layout(view, {
    title: words.title,
    lead: words.lead,
    body: html`<form method="get" action="/flags" class="filters in-line">
      ${selectField({ id: 'state', name: 'state', label: stream.state, value: query.state, choices: [{ value: 'waiting', label: `${terms.flagStates.open} + ${terms.flagStates['needs-evidence'].toLowerCase()}` }, ...states] })}
      ${selectField({ id: 'origin', name: 'origin', label: stream.origin, value: query.origin ?? '', none: chrome.all, choices: origins })}
      <div class="buttons"><button type="submit">${chrome.filter}</button></div>
    </form>
    ${shown.length === 0 ? empty(query.state === 'waiting' ? words.emptyOpen : words.empty) : html`<h2 class="visually-hidden">${chrome.list}</h2><ol class="items" data-rows>${shown.map((flag) => flagRow(view, flag))}</ol>`}
    ${pager(view, {
      first: query.after === null ? null : pathWith('/flags', { ...query, after: null }),
      next: last === undefined ? null : pathWith('/flags', { ...query, after: `${last.score}_${last.id}` }),
    })}`,
  });
}
