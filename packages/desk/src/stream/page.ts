import type { FoundRow, ItemChoices, ItemRow, SavedFilterView } from '@lamro/database';
import { SECTORS, VERDICTS } from '@lamro/domain';
import { countryName, formatShare, languageName, termOf } from '@lamro/wording';
import { html } from 'hono/html';
import { allowed } from '../desk/allow.ts';
import type { SignedView } from '../desk/view.ts';
import { askFirst, checkbox, hidden, postForm, selectField, textField } from '../page/field.ts';
import { layout } from '../page/layout.ts';
import { empty, type Html, pager } from '../page/parts.ts';
import { bulkForm } from './bulk-form.ts';
import { cursorOf, PAGE_SIZE, SCORES, type StreamQuery, streamPath } from './filter.ts';
import { itemCard } from './item.ts';
import { newestMark } from './newest.ts';
import { passageOf } from './passage.ts';
import { reportForm } from './report.ts';

export interface StreamContent {
  readonly query: StreamQuery;
  readonly items: readonly (ItemRow | FoundRow)[];
  readonly choices: ItemChoices;
  readonly saved: readonly SavedFilterView[];
}

/** The stream of items with its filters. One row more than a page is read, to know whether there is a next one. */
export function streamPage(view: SignedView, content: StreamContent): Html {
  const { words } = view;
  const shown = content.items.slice(0, PAGE_SIZE);
  return layout(view, {
    title: words.stream.title,
    lead: words.stream.lead,
    body: html`<a class="button quiet narrow-only" href="#filter">${words.stream.toFilter}</a>
    <div class="with-filter">
      <div>
        ${content.query.q === null && content.query.after === null ? newestMark(content.query, shown[0]) : ''}
        ${shown.length === 0 ? '' : bulkForm(view, streamPath(content.query))}
        ${shown.length === 0 ? empty(words.stream.empty) : itemList(view, shown)}
        <div class="list-foot">${shown.length === 0 ? '' : markSeen(view, content.query, shown)}
        ${pager(view, pageLinks(content))}</div>
      </div>
      <aside class="panel filter" id="filter" tabindex="-1" aria-label="${words.chrome.filter}">${filterForm(view, content)}${savedFilters(view, content)}${reportForm(view)}</aside>
    </div>`,
  });
}

function itemList(view: SignedView, shown: readonly (ItemRow | FoundRow)[]): Html {
  return html`<h2 class="visually-hidden">${view.words.chrome.list}</h2><ol class="items" id="items" data-rows>${shown.map((item) => itemCard(view, item, { pick: true, ...('excerpt' in item ? { passage: passageOf(item.excerpt) } : {}) }))}</ol>`;
}

function pageLinks({ query, items }: StreamContent): { first: string | null; next: string | null } {
  const more = items.length > PAGE_SIZE;
  const last = items[PAGE_SIZE - 1];
  const first = query.after === null && query.offset === 0 ? null : streamPath(query);
  if (!more || last === undefined) return { first, next: null };
  const change = query.q === null ? { after: cursorOf(last) } : { offset: String(query.offset + PAGE_SIZE) };
  return { first, next: streamPath(query, change) };
}

function filterForm(view: SignedView, { query, choices }: StreamContent): Html {
  const { words } = view;
  const { stream, chrome, terms } = words;
  const pick = (
    id: keyof StreamQuery,
    label: string,
    value: string | null,
    choices: { value: string; label: string }[],
  ) => selectField({ id: `f-${id}`, name: id, label, value: value ?? '', none: chrome.all, choices });
  return html`<form method="get" action="/stream" class="filters">
    ${textField({ id: 'search', name: 'q', type: 'search', label: stream.search, hint: stream.searchHint, value: query.q ?? '' })}
    ${pick('flag', stream.state, query.flag, [
      { value: 'any', label: stream.flagged },
      ...entries(terms.flagStates),
      { value: 'none', label: stream.noFlag },
    ])}
    ${pick('origin', stream.origin, query.origin, entries(terms.origins))}
    ${pick(
      'language',
      stream.language,
      query.language,
      named(choices.languages, (code) => languageName(code, view.locale)),
    )}
    ${pick(
      'country',
      stream.country,
      query.country,
      named(choices.countries, (code) => countryName(code, view.locale)),
    )}
    ${pick(
      'outlet',
      stream.outlet,
      query.outlet,
      choices.outlets.map(({ id, name }) => ({ value: id, label: name })),
    )}
    ${pick(
      'sector',
      stream.sector,
      query.sector,
      named(SECTORS, (id) => termOf(terms.sectors, id)),
    )}
    ${pick('place', stream.place, query.place, placeChoices(view))}
    ${pick(
      'verdict',
      stream.verdict,
      query.verdict,
      named(VERDICTS, (id) => terms.verdicts[id]),
    )}
    ${pick(
      'score',
      stream.score,
      query.score,
      named(SCORES, (score) => formatShare(Number(score))),
    )}
    ${textField({ id: 'f-from', name: 'from', type: 'date', label: stream.from, value: query.from ?? '' })}
    ${textField({ id: 'f-to', name: 'to', type: 'date', label: stream.to, value: query.to ?? '' })}
    ${selectField({
      id: 'f-scope',
      name: 'scope',
      label: stream.relevance,
      value: query.scope,
      choices: [
        { value: 'relevant', label: stream.relevantOnly },
        { value: 'all', label: stream.everything },
      ],
    })}
    ${checkbox({ id: 'f-unread', name: 'unread', value: '1', label: stream.unread, checked: query.unread !== null })}
    ${query.story === null ? '' : checkbox({ id: 'f-story', name: 'story', value: query.story, label: stream.story, checked: true })}
    <div class="buttons"><button type="submit">${chrome.filter}</button><a class="button quiet" href="/stream">${chrome.clear}</a></div>
  </form>`;
}

function entries(terms: Readonly<Record<string, string>>): { value: string; label: string }[] {
  return Object.entries(terms).map(([value, label]) => ({ value, label }));
}

/** Districts and communes of the province, those of before July 2025 marked; the province itself is what all is about. */
function placeChoices(view: SignedView): { value: string; label: string }[] {
  return view.profile.units
    .filter(({ tier }) => tier !== 'province')
    .map(({ code, name, era }) => ({
      value: code,
      label: era === 'since-2025-07' ? name : view.words.stream.formerPlace(name),
    }))
    .sort((a, b) => a.label.localeCompare(b.label, 'vi'));
}

function named<Id extends string>(ids: readonly Id[], name: (id: Id) => string): { value: string; label: string }[] {
  return ids.map((value) => ({ value, label: name(value) }));
}

function savedFilters(view: SignedView, { query, saved }: StreamContent): Html {
  const { stream } = view.words;
  if (!allowed(view.actor, 'filter.save')) return html``;
  return html`<details class="saved"${saved.length > 0 ? html` open` : ''}><summary>${stream.saved}</summary>
    ${saved.length === 0 ? html`<p class="note">${stream.noSaved}</p>` : html`<ul>${saved.map((filter) => savedFilter(view, filter))}</ul><p><a href="/stream/feeds">${view.words.feeds.title}</a></p>`}
    ${postForm(view, '/stream/filters', [
      hidden('query', streamPath(query).split('?')[1] ?? ''),
      textField({ id: 'filter-name', name: 'name', label: stream.filterName, required: true }),
      allowed(view.actor, 'filter.share')
        ? checkbox({ id: 'filter-shared', name: 'shared', value: '1', label: stream.shared, checked: false })
        : html``,
      html`<button class="quiet" type="submit">${stream.saveFilter}</button>`,
    ])}
  </details>`;
}

function savedFilter(view: SignedView, filter: SavedFilterView): Html {
  return html`<li><a href="/stream?${filter.query}">${filter.name}</a>${
    filter.mine
      ? askFirst(
          view.words.ask.remove,
          view.words.ask.removeFilter(filter.name),
          postForm(
            view,
            '/stream/filters/remove',
            [hidden('id', filter.id), html`<button class="grave" type="submit">${view.words.stream.remove}</button>`],
            'inline',
          ),
          `${view.words.stream.remove}: ${filter.name}`,
        )
      : ''
  }</li>`;
}

function markSeen(view: SignedView, query: StreamQuery, shown: readonly ItemRow[]): Html {
  if (!shown.some((item) => item.unread)) return html``;
  return postForm(
    view,
    '/stream/seen',
    [
      hidden('back', streamPath(query)),
      hidden('ids', shown.map((item) => item.id).join(' ')),
      html`<button class="quiet" type="submit" data-seen>${view.words.stream.markSeen}</button>`,
    ],
    'inline',
  );
}
