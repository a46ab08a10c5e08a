import type { SourceTrial } from '@lamro/casework';
import { formatNumber, formatTime, termOf } from '@lamro/wording';
import { html } from 'hono/html';
import { allowed } from '../desk/allow.ts';
import type { SignedView } from '../desk/view.ts';
import { hidden, postForm } from '../page/field.ts';
import { layout } from '../page/layout.ts';
import { empty, facts, type Html, outsideLink, section, table } from '../page/parts.ts';
import { addSection, trySection } from './add-form.ts';
import { alarmSection } from './health.ts';

const MOST_SHOWN = 20;

/** What a source gives, before it is kept: its kind, its items, what is wrong with it, and where it has feeds. */
export function trialPage(view: SignedView, trial: SourceTrial): Html {
  const { trial: words, terms } = view.words;
  const number = (count: number) => formatNumber(count, view.locale);
  return layout(view, {
    title: words.title,
    lead: words.result(trial.url),
    body: html`${trial.kind === null ? html`<p class="message danger" role="alert">${words.noKind}</p>` : ''}
    ${facts([
      [words.kind, trial.kind === null ? null : termOf(terms.sourceKinds, trial.kind)],
      [words.format, trial.format],
      [words.name, trial.title],
      [
        words.redirected,
        trial.finalUrl === null || trial.finalUrl === trial.url ? null : outsideLink(trial.finalUrl, trial.finalUrl),
      ],
      [words.newest, momentOf(view, trial.newestAt)],
      [words.requests, number(trial.requests)],
    ])}
    ${trial.alarm === null ? '' : alarmSection(view, { name: trial.alarm, detail: trial.detail, since: null })}
    ${trial.feeds.length === 0 ? '' : section('feeds', words.feeds, feedTable(view, trial))}
    ${section('items', words.items, trial.items.length === 0 ? empty(words.noItems) : itemTable(view, trial))}
    ${trial.kind !== null && allowed(view.actor, 'source.change') ? addSection(view, trial) : ''}
    ${trySection(view, trial.url)}`,
  });
}

function itemTable(view: SignedView, { items }: SourceTrial): Html {
  const { trial: words, bulk } = view.words;
  return table(
    words.items,
    [bulk.item, words.published],
    items
      .slice(0, MOST_SHOWN)
      .map((item) => [
        html`${outsideLink(item.url, item.title || item.url)}<small>${item.summary}</small>`,
        momentOf(view, item.publishedAt) ?? view.words.chrome.unknown,
      ]),
  );
}

function feedTable(view: SignedView, { feeds }: SourceTrial): Html {
  const { trial: words } = view.words;
  return table(
    words.feeds,
    [view.words.sources.url, words.items, ''],
    feeds.map((feed) => [
      html`${feed.title ?? feed.url}<small>${feed.url}</small>`,
      feed.items === null ? '' : words.feedItems(formatNumber(feed.items, view.locale)),
      postForm(
        view,
        '/sources/trial',
        [
          hidden('url', feed.url),
          html`<button class="quiet" type="submit" aria-label="${words.tryFeed}: ${feed.url}">${words.tryFeed}</button>`,
        ],
        'inline',
      ),
    ]),
  );
}

/** A time as a source printed it, in our words where it can be read. */
function momentOf(view: SignedView, text: string | null): string | null {
  if (text === null) return null;
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? text : formatTime(at, view.locale);
}
