import type { RetentionView } from '@lamro/database';
import { formatBytes, formatNumber, termOf } from '@lamro/wording';
import { html } from 'hono/html';
import type { SignedView } from '../desk/view.ts';
import { layout } from '../page/layout.ts';
import { badge, type Html, table, time } from '../page/parts.ts';
import { tabs } from './tabs.ts';

/** How long each kind of data is kept, and what went last. Only the owner of the database changes it, from the command line. */
export function retentionPage(view: SignedView, kinds: readonly RetentionView[]): Html {
  const { retention: words } = view.words;
  return layout(view, {
    title: words.title,
    lead: words.lead,
    body: html`${tabs(view)}${table(
      words.title,
      [words.kind, words.keep, words.least, words.held, words.last],
      kinds.map((kind) => [
        html`${termOf(words.kinds, kind.kind)}<small>${words.ways[kind.way]}</small>`,
        kind.keepDays === null ? badge(words.forGood, 'info') : words.days(formatNumber(kind.keepDays, view.locale)),
        words.days(formatNumber(kind.leastDays, view.locale)),
        heldOf(view, kind),
        kind.lastRunAt === null
          ? words.never
          : html`${time(view, kind.lastRunAt)}<small>${words.removed(formatNumber(Number(kind.lastRemoved ?? 0), view.locale))}</small>`,
      ]),
    )}<p class="note">${words.change} <code>lamro retention</code></p>`,
  });
}

function heldOf(view: SignedView, { months, bytes }: RetentionView): Html | string {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return view.words.retention.byRow;
  return html`${first} – ${last}<small>${bytes === null ? '' : formatBytes(Number(bytes), view.locale)}</small>`;
}
