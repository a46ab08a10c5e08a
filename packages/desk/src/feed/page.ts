import type { SavedFilterView } from '@lamro/database';
import { html } from 'hono/html';
import type { SignedView } from '../desk/view.ts';
import { hidden, postForm } from '../page/field.ts';
import { layout } from '../page/layout.ts';
import { empty, type Html, section, table, time } from '../page/parts.ts';

/** Filters of a person with their private addresses; a new one is shown this once. */
export function feedPage(
  view: SignedView,
  filters: readonly SavedFilterView[],
  feeds: readonly { readonly filterId: string; readonly createdAt: Date }[],
  given: { readonly filterId: string; readonly addresses: readonly string[] } | null,
): Html {
  const { feeds: words } = view.words;
  const since = new Map(feeds.map((feed) => [feed.filterId, feed.createdAt]));
  return layout(view, {
    title: words.title,
    lead: words.lead,
    status: given === null ? null : words.given,
    body: [
      given === null
        ? html``
        : section(
            'given',
            words.address,
            html`<ul>${given.addresses.map((address) => html`<li><code>${address}</code></li>`)}</ul>`,
            words.once,
          ),
      filters.length === 0
        ? empty(words.empty)
        : table(
            words.title,
            [words.filter, words.since, words.change],
            filters.map((filter) => {
              const at = since.get(filter.id);
              return [
                html`<a href="/stream?${filter.query}">${filter.name}</a>`,
                at === undefined ? '' : time(view, at),
                html`${button(view, '/stream/feeds', filter, at === undefined ? words.create : words.renew)}
                ${at === undefined ? '' : button(view, '/stream/feeds/revoke', filter, words.revoke)}`,
              ];
            }),
          ),
    ],
  });
}

function button(view: SignedView, action: string, filter: SavedFilterView, label: string): Html {
  return postForm(
    view,
    action,
    html`${hidden('id', filter.id)}<button class="quiet" type="submit" aria-label="${label}: ${filter.name}">${label}</button>`,
    'inline',
  );
}
