import type {
  ArticleView,
  ConsideredView,
  FlagView,
  JudgementView,
  ReviewView,
  SignalView,
  StoredTranslation,
  StoryFlagView,
  StruckCount,
  VersionView,
} from '@lamro/database';
import { countryName, formatShare, languageName, termOf } from '@lamro/wording';
import { html } from 'hono/html';
import { articleBody } from '../article/body.ts';
import { consideredSection } from '../article/considered.ts';
import { evidenceCard } from '../article/evidence.ts';
import { namesSection } from '../article/names.ts';
import { textSection } from '../article/translation.ts';
import { allowed } from '../desk/allow.ts';
import type { SignedView } from '../desk/view.ts';
import { clauseHelp } from '../page/clause-help.ts';
import { areaField, checkbox, hidden, postForm, textField } from '../page/field.ts';
import { layout } from '../page/layout.ts';
import { empty, type Html, outsideLink, section, shortTime, time } from '../page/parts.ts';
import { flagBadge } from '../page/tone.ts';
import type { DecisionForm } from './decision.ts';
import { DECISION_FORM, decisionFields, keepBox } from './decision-fields.ts';
import { learnedSection } from './learned-section.ts';

export interface FlagContent {
  readonly flag: FlagView;
  readonly article: ArticleView;
  readonly version: VersionView;
  readonly judgement: JudgementView | null;
  readonly translation: StoredTranslation | null;
  readonly signals: readonly SignalView[];
  readonly considered: readonly ConsideredView[];
  readonly reviews: readonly ReviewView[];
  /** Other flags of the same story that wait or are confirmed, and are in no case. */
  readonly siblings: readonly StoryFlagView[];
  /** How reviewers kept and struck signals in the province, by kind. */
  readonly counts: readonly StruckCount[];
  /** The flag to look at after this one, while any waits. */
  readonly nextId: string | null;
  /** What was typed, when the decision was not carried out. */
  readonly typed?: DecisionForm;
  readonly problem?: string | null;
}

/** One flag on one screen: quote, contradiction, suggestion, decision. */
export function flagPage(view: SignedView, content: FlagContent): Html {
  const { flag, version, signals } = content;
  const words = view.words.flags;
  const decidable = (flag.state === 'open' || flag.state === 'needs-evidence') && allowed(view.actor, 'flag.review');
  return layout(view, {
    title: version.title,
    problem: content.problem ?? null,
    body: html`${headLine(view, content)}
    <div class="columns">
      <div>${evidenceSection(view, content, decidable)}${consideredSection(view, content.considered, version.language)}${textSection(view, version, articleBody(view, version, signals, content.judgement), content.translation)}${namesSection(view, version, content.translation)}</div>
      <div>
        ${clauseHelp(view, view.profile.watch)}
        ${decidable ? postForm(view, `/flags/${flag.id}/decision`, decisionFields(view, content), { kind: 'form decision', id: DECISION_FORM }) : settled(view, content)}
        ${section('history', words.history, reviewList(view, content.reviews))}
        ${content.reviews.length === 0 ? '' : learnedSection(view, signals, content.counts)}
      </div>
    </div>`,
  });
}

function headLine(view: SignedView, { flag, article, version, nextId }: FlagContent): Html {
  const words = view.words.flags;
  const suggestion =
    flag.verdictSuggestion === null
      ? words.noSuggestion
      : `${words.suggestion}: ${termOf(view.words.terms.verdicts, flag.verdictSuggestion)}`;
  return html`<div class="actions">${flagBadge(view, flag.state)} <span>${words.score} <strong>${formatShare(flag.score)}</strong></span> <span>${suggestion}</span>
    <a href="/articles/${article.id}">${view.words.chrome.pages.article}</a> ${outsideLink(article.url, view.words.article.original)}
    ${nextId === null ? '' : html`<a class="button quiet" rel="next" href="/flags/${nextId}">${words.next}</a>`}</div>
  <p class="meta"><strong>${article.outlet}</strong> · ${countryName(article.country, view.locale)} · ${languageName(version.language, view.locale)} · ${time(view, version.publishedAt ?? article.firstSeenAt)}</p>`;
}

function evidenceSection(view: SignedView, { signals, version, typed }: FlagContent, choosing: boolean): Html {
  const words = view.words.flags;
  if (signals.every((signal) => signal.struckAt !== null)) return empty(words.noSignals);
  return section(
    'signals',
    view.words.article.signals,
    html`${signals.map((signal) => evidenceCard(view, signal, version.language, choosing && signal.struckAt === null ? keepBox(view, signal, typed) : undefined))}`,
  );
}

/** What can be done with a flag that is decided, or by whom it can be decided. */
function settled(view: SignedView, content: FlagContent): Html {
  const { flag } = content;
  const words = view.words.flags;
  if (flag.caseId !== null) {
    return html`<p class="message ok">${words.inCase} <a href="/cases/${flag.caseId}">${flag.caseNumber}</a></p>`;
  }
  if (flag.state === 'withdrawn') return html`<p class="note">${view.words.judging.withdrawnFlag}</p>`;
  if (flag.state === 'open' || flag.state === 'needs-evidence') return html`<p class="note">${words.noRight}</p>`;
  return html`${flag.state === 'confirmed' ? openCaseSection(view, content) : ''}${allowed(view.actor, 'flag.reopen') ? reopenSection(view, flag) : ''}`;
}

function openCaseSection(view: SignedView, { flag, version, siblings }: FlagContent): Html {
  const words = view.words.flags;
  if (!allowed(view.actor, 'case.open')) return html`<p class="note">${words.openCaseHint}</p>`;
  return section(
    'open-case',
    words.openCase,
    postForm(view, '/cases', [
      html`<p>${words.openCaseHint}</p><input type="hidden" name="flag[]" value="${flag.id}">`,
      textField({ id: 'case-title', name: 'title', label: words.caseTitle, value: version.title, required: true }),
      siblingFields(view, siblings),
      html`<button type="submit">${words.openCase}</button>`,
    ]),
  );
}

/** Confirmed flags of the same story go into the same case unless somebody unticks them; those that still wait are named. */
function siblingFields(view: SignedView, siblings: readonly StoryFlagView[]): Html {
  const words = view.words.flags;
  if (siblings.length === 0) return html``;
  const [confirmed, waiting] = [
    siblings.filter(({ state }) => state === 'confirmed'),
    siblings.filter(({ state }) => state !== 'confirmed'),
  ];
  return html`${
    confirmed.length === 0
      ? ''
      : html`<fieldset><legend>${words.sameStory}</legend>${confirmed.map(({ id, title, outlet }) =>
          checkbox({ id: `with-${id}`, name: 'flag[]', value: id, label: `${outlet}: ${title}`, checked: true }),
        )}</fieldset>`
  }${
    waiting.length === 0
      ? ''
      : html`<p class="note">${words.sameStoryWaiting}</p><ul>${waiting.map(
          ({ id, title, outlet, language, state }) =>
            html`<li>${flagBadge(view, state)} <a href="/flags/${id}" lang="${language}">${title}</a> (${outlet})</li>`,
        )}</ul>`
  }`;
}

function reopenSection(view: SignedView, flag: FlagView): Html {
  const { flags: words, terms } = view.words;
  return html`<details class="command"><summary>${terms.commands['reopen-flag']}</summary>${postForm(
    view,
    `/flags/${flag.id}/reopen`,
    [
      hidden('version', String(flag.version)),
      areaField({ id: 'reopen-reason', name: 'reason', label: words.reason, rows: 3, required: true }),
      html`<button type="submit">${terms.commands['reopen-flag']}</button>`,
    ],
  )}</details>`;
}

function reviewList(view: SignedView, reviews: readonly ReviewView[]): Html {
  const { flags: words, terms } = view.words;
  if (reviews.length === 0) return empty(words.noHistory);
  return html`<ol class="timeline">${reviews.map(
    (
      review,
    ) => html`<li>${flagBadge(view, review.decision)} ${review.verdict === null ? '' : html`<strong>${termOf(terms.verdicts, review.verdict)}</strong>`} ${review.reason}
      <small>${review.reviewer} (${termOf(terms.roles, review.reviewerRole)}) · ${shortTime(view, review.reviewedAt)}</small></li>`,
  )}</ol>`;
}
