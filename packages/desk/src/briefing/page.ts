import { RENDERED_FORMATS } from '@lamro/briefing';
import type { OpenedBriefing } from '@lamro/casework';
import type { BriefingLetterView } from '@lamro/database';
import type { BriefingFigure } from '@lamro/domain';
import { briefingWords, formatBytes, formatDay, formatNumber, termOf } from '@lamro/wording';
import { html } from 'hono/html';
import { allowed } from '../desk/allow.ts';
import type { SignedView } from '../desk/view.ts';
import { areaField, hidden, postForm, textField } from '../page/field.ts';
import { layout } from '../page/layout.ts';
import { badge, facts, type Html, section, table, time } from '../page/parts.ts';
import { editForm } from './edit-form.ts';
import { letterSection } from './recipients.ts';

/** One briefing: its figures, its files, and what this person may do with it. */
export function briefingPage(
  view: SignedView,
  opened: OpenedBriefing,
  letters: readonly BriefingLetterView[],
  problem: string | null,
): Html {
  const { briefings: words } = view.words;
  const { row } = opened;
  const draft = row.state === 'draft';
  const mayEdit = allowed(view.actor, 'briefing.edit');
  return layout(view, {
    title: words.name(row.label),
    problem,
    body: [
      headSection(view, opened),
      section('figures', words.figures, figureTable(view, opened)),
      draft ? html`` : letterSection(view, letters),
      draft && mayEdit ? editForm(view, opened) : html``,
      draft && allowed(view.actor, 'briefing.issue')
        ? section('issue', words.issue, issueForm(view, opened), words.issueHint)
        : html``,
      !draft && mayEdit ? section('edition', words.newEdition, editionForm(view, opened)) : html``,
      draft && !mayEdit ? html`<p class="note">${words.noEdit}</p>` : html``,
    ],
  });
}

function headSection(view: SignedView, { row, content, files }: OpenedBriefing): Html {
  const { briefings: words, cases } = view.words;
  const draft = row.state === 'draft';
  return section(
    'briefing',
    words.name(row.label),
    html`${facts([
      [
        words.period,
        `${formatDay(row.periodFrom, view.locale)} – ${formatDay(new Date(row.periodTo.getTime() - 1), view.locale)}`,
      ],
      [
        cases.state,
        html`${badge(termOf(words.states, row.state), draft ? 'info' : 'ok')} ${words.edition(String(row.edition))}`,
      ],
      [words.correction, content.correction],
      [words.issued, row.issuedAt === null ? null : time(view, row.issuedAt)],
      [words.root, row.eventRoot === null ? null : html`<code>${row.eventRoot}</code>`],
    ])}
    <div class="buttons">${draft ? previewLinks(view, row.id) : files.map((file) => html`<a class="button" href="/briefings/${row.id}/${file.format}" download>${words.download} ${file.format.toUpperCase()} (${formatBytes(file.bytes, view.locale)})</a> <small>SHA-256 <code>${file.sha256}</code></small>`)}</div>
    ${draft && allowed(view.actor, 'briefing.edit') ? refreshForm(view, row.label) : ''}`,
  );
}

function previewLinks(view: SignedView, id: string): Html {
  const { briefings: words } = view.words;
  return html`${RENDERED_FORMATS.map((format) => html`<a class="button quiet" href="/briefings/${id}/${format}" download>${words.preview} ${format.toUpperCase()}</a> `)}`;
}

/** Drawing up a period again reads its facts anew. */
function refreshForm(view: SignedView, label: string): Html {
  const { briefings: words } = view.words;
  const [from, to] = label.split('--');
  const period = to === undefined ? hidden('week', label) : html`${hidden('from', from ?? '')}${hidden('to', to)}`;
  return postForm(
    view,
    '/briefings',
    html`${period}<p class="hint">${words.refreshHint}</p><button class="quiet" type="submit">${words.refresh}</button>`,
    'inline',
  );
}

function figureTable(view: SignedView, opened: OpenedBriefing): Html {
  const { briefings: words } = view.words;
  return table(
    words.figures,
    [words.figure, words.now, words.before, words.behind],
    opened.content.figures.map((figure) => [
      briefingWords.figures[figure.id],
      formatNumber(figure.value, view.locale),
      formatNumber(figure.previous, view.locale),
      behind(figure, opened),
    ]),
  );
}

/** Links to what a figure counts. */
function behind(figure: BriefingFigure, { content }: OpenedBriefing): Html {
  if (figure.articleIds.length + figure.caseIds.length === 0) return html``;
  const numbers = new Map(content.annex.map((item, index) => [item.articleId, index + 1]));
  const cases = new Map(content.cases.map((row) => [row.caseId, row.number]));
  return html`<details><summary>${String(figure.articleIds.length + figure.caseIds.length)}</summary>
    ${figure.articleIds.map((id) => html`<a href="/articles/${id}">${String(numbers.get(id) ?? id)}</a> `)}
    ${figure.caseIds.map((id) => html`<a href="/cases/${id}">${cases.get(id) ?? id}</a> `)}</details>`;
}

function issueForm(view: SignedView, { row, content }: OpenedBriefing): Html {
  const { briefings: words } = view.words;
  return postForm(
    view,
    `/briefings/${row.id}/issue`,
    html`${hidden('version', String(row.version))}
      ${content.correction === null ? '' : html`<p>${words.correction}: ${content.correction}</p>`}
      ${textField({ id: 'number', name: 'number', label: words.documentNumber, hint: words.documentNumberHint })}
      ${textField({ id: 'signer', name: 'signer', label: words.signer })}
      <div class="buttons"><button type="submit">${words.issue}</button></div>`,
  );
}

function editionForm(view: SignedView, { row }: OpenedBriefing): Html {
  const { briefings: words } = view.words;
  return postForm(
    view,
    `/briefings/${row.id}/edition`,
    html`${areaField({ id: 'correction', name: 'correction', label: words.correction, required: true })}
      <div class="buttons"><button type="submit">${words.newEdition}</button></div>`,
  );
}
