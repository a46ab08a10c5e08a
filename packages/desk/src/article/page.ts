import type {
  ArticleView,
  ConsideredView,
  IntakeReportView,
  JudgementView,
  OutletOutcomeView,
  RevisionView,
  SignalView,
  StoredTranslation,
  TellingView,
  VersionView,
} from '@lamro/database';
import { placeSchema, sectorScoreSchema } from '@lamro/domain';
import { countryName, formatNumber, formatShare, languageName, termOf } from '@lamro/wording';
import { html } from 'hono/html';
import { z } from 'zod';
import { allowed } from '../desk/allow.ts';
import type { SignedView } from '../desk/view.ts';
import { postForm } from '../page/field.ts';
import { layout } from '../page/layout.ts';
import { empty, facts, type Html, outsideLink, section, shortTime, table, time } from '../page/parts.ts';
import { flagBadge, outcomeBadge } from '../page/tone.ts';
import { articleBody } from './body.ts';
import { consideredSection } from './considered.ts';
import { evidenceCard } from './evidence.ts';
import { judgeAnewForm, revisionSection, ruleSetFacts } from './judging.ts';
import { namesSection } from './names.ts';
import { reportedSection } from './reported.ts';
import { timeline } from './timeline.ts';
import { HOME_LANGUAGE, textSection } from './translation.ts';

export interface ArticleContent {
  readonly article: ArticleView;
  readonly version: VersionView | null;
  readonly translation: StoredTranslation | null;
  readonly versions: readonly VersionView[];
  readonly judgement: JudgementView | null;
  readonly signals: readonly SignalView[];
  readonly considered: readonly ConsideredView[];
  readonly tellings: readonly TellingView[];
  readonly outcomes: readonly OutletOutcomeView[];
  readonly reports: readonly IntakeReportView[];
  readonly revisions: readonly RevisionView[];
}

const places = z.array(placeSchema).catch([]);
const sectors = z.array(sectorScoreSchema).catch([]);

/** One article: its text with what was found in it, the evidence beside, its versions and other tellings. */
export function articlePage(view: SignedView, content: ArticleContent, status: string | null = null): Html {
  const { article, version } = content;
  const words = view.words.article;
  const text = articleText(view, content);
  // Original and translation need the whole width to stand beside each other.
  const foreign = version !== null && version.language !== HOME_LANGUAGE;
  return layout(view, {
    title: version?.title ?? (article.listedTitle || article.url),
    status,
    body: html`${headLine(view, content)}${foreign ? text : ''}
    <div class="columns wide-left">
      <div>
        ${foreign ? '' : text}
        ${section('versions', words.versions, versionList(view, content))}
        ${section('tellings', words.tellings, timeline(view, content))}
      </div>
      <div>
        ${reportedSection(view, content.reports)}
        ${section('signals', words.signals, content.signals.length === 0 ? empty(words.noSignals) : html`${content.signals.map((signal) => evidenceCard(view, signal, version?.language ?? 'und'))}`)}
        ${consideredSection(view, content.considered, version?.language ?? 'und')}
        ${version === null ? '' : namesSection(view, version, content.translation)}
        ${section('judged', words.judged, html`${judgementFacts(view, content.judgement)}${version === null ? '' : judgeAnewForm(view, article.id)}`)}
        ${revisionSection(view, content.revisions)}
        ${section('outcomes', words.outcomes, outcomeList(view, content.outcomes), words.outcomesNote)}
      </div>
    </div>`,
  });
}

function articleText(view: SignedView, { article, version, signals, judgement, translation }: ArticleContent): Html {
  if (version === null) return section('body', view.words.article.body, missing(view, article));
  return textSection(view, version, articleBody(view, version, signals, judgement), translation);
}

function headLine(view: SignedView, { article, version }: ArticleContent): Html {
  const words = view.words.article;
  const language = version === null ? null : languageName(version.language, view.locale);
  return html`<div class="actions">
    ${article.flagId === null ? '' : html`<a class="button" href="/flags/${article.flagId}">${words.toFlag}</a>${flagBadge(view, article.flagState ?? '')}`}
    ${article.caseId === null ? '' : html`<a class="button" href="/cases/${article.caseId}">${words.toCase}</a>`}
    ${outsideLink(article.url, words.original)}
    ${version === null || !allowed(view.actor, 'press.open-archived') ? '' : archiveForm(view, article.id, version.id)}
  </div>
  ${facts([
    [view.words.stream.outlet, `${article.outlet} · ${countryName(article.country, view.locale)}`],
    [view.words.stream.origin, termOf(view.words.terms.origins, article.origin)],
    [view.words.stream.language, language],
    [words.published, version?.publishedAt ? time(view, version.publishedAt) : null],
    [words.printed, version?.publishedAsPrinted ?? null],
    [words.byline, version?.byline ?? null],
    [words.read, time(view, article.firstSeenAt)],
    [
      words.syndicated,
      article.syndicatedFrom === null
        ? null
        : html`<a href="/articles/${article.syndicatedFrom}">#${article.syndicatedFrom}</a>`,
    ],
  ])}`;
}

/** Opening an archived copy is written into the audit trail, so it is asked for and not merely followed. */
function archiveForm(view: SignedView, articleId: string, versionId: string): Html {
  const words = view.words.article;
  return postForm(
    view,
    `/articles/${articleId}/versions/${versionId}/archive`,
    html`<button class="quiet" type="submit" title="${words.archivedHint}">${words.archived}</button>`,
    'inline',
  );
}

function missing(view: SignedView, article: ArticleView): Html {
  const words = view.words.article;
  return html`${empty(words.noVersion)}${article.lastFailure === null ? '' : html`<p class="note">${words.failure}: ${article.lastFailure}</p>`}`;
}

function versionList(view: SignedView, { article, version, versions }: ArticleContent): Html {
  const words = view.words.article;
  const oldest = versions.at(-1);
  return table(
    words.versions,
    [words.versions, words.read, words.difference],
    versions.map((entry) => [
      html`<a href="/articles/${article.id}?version=${entry.id}"${entry.id === version?.id ? html` aria-current="true"` : ''}>${words.version(String(entry.number))}</a>`,
      time(view, entry.createdAt),
      entry.id === oldest?.id
        ? view.words.chrome.none
        : html`<a href="/articles/${article.id}/versions/${entry.id}/difference">${words.compare}</a>${wordCount(view, entry)}`,
    ]),
  );
}

/** How much changed, where it was counted when the version came. */
function wordCount(view: SignedView, { addedWords, removedWords }: VersionView): Html {
  if (addedWords === null || removedWords === null) return html``;
  const number = (count: number) => formatNumber(count, view.locale);
  return html` <small>${view.words.timeline.words(number(addedWords), number(removedWords))}</small>`;
}

function judgementFacts(view: SignedView, judgement: JudgementView | null): Html {
  const words = view.words.article;
  if (judgement === null) return empty(words.notJudged);
  return facts([
    [words.relevance, `${termOf(view.words.terms.about, judgement.about)} · ${formatShare(judgement.relevanceScore)}`],
    [
      words.places,
      places
        .parse(judgement.places)
        .map((place) => place.name)
        .join('; '),
    ],
    [
      words.sectors,
      sectors
        .parse(judgement.sectors)
        .map((sector) => `${termOf(view.words.terms.sectors, sector.id)} ${formatShare(sector.score)}`)
        .join('; '),
    ],
    [view.words.flags.score, formatShare(judgement.flagScore)],
    [
      view.words.flags.suggestion,
      judgement.verdictSuggestion === null ? null : termOf(view.words.terms.verdicts, judgement.verdictSuggestion),
    ],
    [words.judged, judgement.classifierVersion],
    ...ruleSetFacts(view, judgement),
  ]);
}

function outcomeList(view: SignedView, outcomes: readonly OutletOutcomeView[]): Html {
  if (outcomes.length === 0) return empty(view.words.article.noOutcomes);
  return html`<ul class="plain-list">${outcomes.map(
    (outcome) =>
      html`<li>${outcomeBadge(view, outcome.outcome)} <a href="/cases/${outcome.caseId}">${outcome.number}</a> ${outcome.articleTitle} <small>${shortTime(view, outcome.confirmedAt)}</small></li>`,
  )}</ul>`;
}
