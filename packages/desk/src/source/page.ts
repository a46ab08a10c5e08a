import type { SourceAttemptView, SourceView } from '@lamro/database';
import { countryName, formatBytes, formatNumber, languageName, termOf } from '@lamro/wording';
import { html } from 'hono/html';
import { allowed } from '../desk/allow.ts';
import type { SignedView } from '../desk/view.ts';
import { postForm } from '../page/field.ts';
import { layout } from '../page/layout.ts';
import { badge, empty, facts, type Html, outsideLink, section, shortTime, table, time } from '../page/parts.ts';
import { addSection, importSection, trySection } from './add-form.ts';
import { alarmSection, sourceHealth } from './health.ts';

/** All sources, those to look at first. */
export function sourceListPage(view: SignedView, sources: readonly SourceView[]): Html {
  const { sources: words } = view.words;
  return layout(view, {
    title: words.title,
    lead: words.lead,
    body: html`${
      sources.length === 0
        ? empty(words.empty)
        : table(
            words.title,
            [words.outlet, words.kind, words.health, words.lastSuccess, words.lastNew, words.articles],
            sources.map((source) => [
              html`<a href="/sources/${source.id}">${source.outlet}</a><small>${countryName(source.country, view.locale)} · ${languageName(source.language, view.locale)}</small>`,
              termOf(view.words.terms.sourceKinds, source.kind),
              sourceHealth(view, source),
              source.lastSuccessAt === null ? words.never : shortTime(view, source.lastSuccessAt),
              source.lastNewItemAt === null ? view.words.chrome.none : shortTime(view, source.lastNewItemAt),
              html`<span class="figure">${formatNumber(source.recentArticles, view.locale)}</span>`,
            ]),
          )
    }<p class="downloads"><a href="/sources.opml" download>${words.opml}</a></p>${allowed(view.actor, 'source.preview') ? trySection(view) : ''}${allowed(view.actor, 'source.change') ? html`${addSection(view)}${importSection(view)}` : ''}`,
  });
}

/** One source with its latest attempts. */
export function sourcePage(view: SignedView, source: SourceView, attempts: readonly SourceAttemptView[]): Html {
  const { sources: words, stream } = view.words;
  return layout(view, {
    title: source.outlet,
    body: html`<div class="actions">${sourceHealth(view, source)} <a href="/stream?outlet=${source.outletId}&amp;scope=all">${view.words.chrome.pages.stream}</a>${allowed(view.actor, 'source.change') ? switchForm(view, source) : ''}</div>
    ${facts([
      [
        words.kind,
        html`${termOf(view.words.terms.sourceKinds, source.kind)}${source.verified ? '' : html` ${badge(words.unverified, 'warn')}`}`,
      ],
      [words.outcome, outsideLink(source.url, source.url)],
      [stream.language, languageName(source.language, view.locale)],
      [stream.country, countryName(source.country, view.locale)],
      [
        words.next,
        source.enabled
          ? html`${time(view, source.nextCheckAt)} (${words.interval(formatNumber(Math.round(source.intervalSeconds / 60), view.locale))})`
          : words.disabled,
      ],
      [words.lastSuccess, source.lastSuccessAt === null ? words.never : time(view, source.lastSuccessAt)],
      [words.lastNew, source.lastNewItemAt === null ? view.words.chrome.none : time(view, source.lastNewItemAt)],
      [words.articles, formatNumber(source.recentArticles, view.locale)],
    ])}
    ${source.alarm === null ? '' : alarmSection(view, { name: source.alarm, detail: source.alarmDetail, since: source.alarmSince })}
    ${section('attempts', words.attempts, attempts.length === 0 ? empty(words.noAttempts) : attemptTable(view, attempts))}`,
  });
}

function switchForm(view: SignedView, source: SourceView): Html {
  const { sources: words } = view.words;
  const to = source.enabled ? 'off' : 'on';
  const button = html`<button class="quiet" type="submit">${source.enabled ? words.switchOff : words.switchOn}</button>`;
  return postForm(view, `/sources/${source.id}/${to}`, button, 'inline');
}

function attemptTable(view: SignedView, attempts: readonly SourceAttemptView[]): Html {
  const { sources: words, administration } = view.words;
  return table(
    words.attempts,
    [administration.at, words.outcome, words.size, words.duration],
    attempts.map((attempt) => [
      time(view, attempt.fetchedAt),
      html`${badge(attempt.outcome, attempt.outcome === 'ok' || attempt.outcome === 'not-modified' ? 'ok' : 'warn')} ${attempt.status ?? ''} ${attempt.detail ?? ''}`,
      attempt.bytes === null ? '' : formatBytes(attempt.bytes, view.locale),
      `${formatNumber(attempt.durationMs, view.locale)} ms`,
    ]),
  );
}
