import type { DismissalCount, FairnessMeasures, SourceView, StruckCount } from '@lamro/database';
import { formatNumber, formatShare, languageName, termOf } from '@lamro/wording';
import { html } from 'hono/html';
import type { SignedView } from '../desk/view.ts';
import { layout } from '../page/layout.ts';
import { badge, empty, facts, type Html, section, table } from '../page/parts.ts';
import { sourceHealth } from '../source/health.ts';

export interface FairnessContent {
  readonly measures: FairnessMeasures;
  readonly dismissals: readonly DismissalCount[];
  readonly struck: readonly StruckCount[];
  readonly silent: readonly SourceView[];
}

/** Shares of fewer decisions than this say nothing by themselves. */
const FEW = 10;

/** Where the software raised flags that people did not keep, and where the office changed its mind or took long. */
export function fairnessPage(view: SignedView, content: FairnessContent): Html {
  const { fairness: words, chrome } = view.words;
  const { measures } = content;
  const hours = (value: number | null) =>
    value === null ? words.none : words.hours(formatNumber(Math.round(value * 10) / 10, view.locale));
  const of = (by: DismissalCount['by']) => content.dismissals.filter((count) => count.by === by);
  return layout(view, {
    title: words.title,
    lead: words.lead,
    body: html`${facts([
      [words.reversals, formatNumber(measures.reversals, view.locale)],
      [
        words.abstentions,
        `${formatNumber(measures.abstentions, view.locale)} / ${formatNumber(measures.reviews, view.locale)}`,
      ],
      [words.medianReview, hours(measures.medianReviewHours)],
      [words.medianAnswer, hours(measures.medianAnswerHours)],
    ])}
    ${dismissalSection(view, 'outlet', words.byOutlet, of('outlet'), (name) => name)}
    ${dismissalSection(view, 'language', words.byLanguage, of('language'), (name) => languageName(name, view.locale))}
    ${dismissalSection(view, 'origin', words.byOrigin, of('origin'), (name) => termOf(view.words.terms.origins, name))}
    ${section(
      'signals',
      words.bySignal,
      content.struck.length === 0
        ? empty(view.words.reports.empty)
        : table(
            words.bySignal,
            [words.group, words.decided, view.words.article.struck, words.share],
            content.struck.map((count) => [
              termOf(view.words.terms.signalKinds, count.kind),
              ...shareCells(view, count.struck, count.reviewed),
            ]),
          ),
    )}
    ${section(
      'silent',
      words.silent,
      content.silent.length === 0
        ? empty(words.noSilent)
        : html`<ul class="plain-list">${content.silent.map((source) => html`<li><a href="/sources/${source.id}">${source.outlet}</a> ${sourceHealth(view, source)}</li>`)}</ul>`,
    )}
    <p><a href="/help">${chrome.pages.help}</a></p>`,
  });
}

function dismissalSection(
  view: SignedView,
  id: string,
  title: string,
  counts: readonly DismissalCount[],
  name: (id: string) => string,
): Html {
  const { fairness: words } = view.words;
  if (counts.length === 0) return section(id, title, empty(view.words.reports.empty));
  return section(
    id,
    title,
    table(
      title,
      [words.group, words.raised, words.decided, words.dismissed, words.share],
      counts.map((count) => [
        name(count.name),
        html`<span class="figure">${formatNumber(count.raised, view.locale)}</span>`,
        ...shareCells(view, count.dismissed, count.decided),
      ]),
    ),
  );
}

/** All, part, and the share; a share of few is marked as such. */
function shareCells(view: SignedView, part: number, all: number): Html[] {
  const figure = (value: number) => html`<span class="figure">${formatNumber(value, view.locale)}</span>`;
  const share =
    all === 0 ? html`–` : html`${formatShare(part / all)} ${all < FEW ? badge(view.words.fairness.few) : ''}`;
  return [figure(all), figure(part), share];
}
