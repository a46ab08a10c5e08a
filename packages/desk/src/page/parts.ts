import { formatShortTime, formatTime } from '@lamro/wording';
import { html } from 'hono/html';
import type { View } from '../desk/view.ts';
import { webAddress } from './address.ts';

/** A piece of a page. Every text that is put into one is escaped. */
export type Html = ReturnType<typeof html>;

export type Tone = 'danger' | 'warn' | 'ok' | 'info' | 'neutral';

export function badge(text: string, tone: Tone = 'neutral'): Html {
  return html`<span class="badge ${tone}">${text}</span>`;
}

/** A moment in full, machine-readable too. */
export function time(view: View, at: Date | null): Html {
  if (at === null) return html`<span class="muted">${view.words.chrome.unknown}</span>`;
  return html`<time datetime="${at.toISOString()}">${formatTime(at, view.locale)}</time>`;
}

/** A moment for dense lists; the full form is its title. */
export function shortTime(view: View, at: Date | null): Html {
  if (at === null) return html`<span class="muted">${view.words.chrome.unknown}</span>`;
  return html`<time datetime="${at.toISOString()}" title="${formatTime(at, view.locale)}">${formatShortTime(at)}</time>`;
}

export function empty(text: string): Html {
  return html`<p class="empty">${text}</p>`;
}

/** A section with a heading that names it. */
export function section(id: string, title: string, body: Html | readonly Html[], note?: string): Html {
  return html`<section class="panel" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    ${note === undefined ? '' : html`<p class="note">${note}</p>`}
    ${body}
  </section>`;
}

/** A link to an address that came from data; plain text where it is not one of the web. */
export function outsideLink(address: string, text: string): Html {
  const target = webAddress(address);
  if (target === null) return html`<span>${text}</span>`;
  return html`<a href="${target}" rel="noreferrer noopener external" target="_blank">${text}<span aria-hidden="true"> ↗</span></a>`;
}

/** Terms with their values; empty values are left out. */
export function facts(rows: readonly (readonly [string, Html | string | null])[]): Html {
  return html`<dl class="facts">
    ${rows
      .filter(([, value]) => value !== null && value !== '')
      .map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}
  </dl>`;
}

/** A table that scrolls sideways by itself where the screen is narrow. */
export function table(caption: string, heads: readonly string[], rows: readonly (readonly (Html | string)[])[]): Html {
  return html`<div class="table-wrap" tabindex="0" role="group" aria-label="${caption}">
    <table>
      <caption class="visually-hidden">${caption}</caption>
      <thead><tr>${heads.map((head) => (head === '' ? html`<td></td>` : html`<th scope="col">${head}</th>`))}</tr></thead>
      <tbody>${rows.map((cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody>
    </table>
  </div>`;
}

/** Links to the next page and back to the start of a list. */
export function pager(view: View, links: { first: string | null; next: string | null }): Html {
  if (links.first === null && links.next === null) return html``;
  return html`<nav class="pager" aria-label="${view.words.chrome.more}">
    ${links.first === null ? '' : html`<a class="button quiet" href="${links.first}">${view.words.chrome.first}</a>`}
    ${links.next === null ? '' : html`<a class="button" rel="next" href="${links.next}">${view.words.chrome.next}</a>`}
  </nav>`;
}
