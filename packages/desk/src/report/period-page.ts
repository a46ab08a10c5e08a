import type { OpenedReport } from '@lamro/casework';
import type { PeriodReportView } from '@lamro/database';
import { PERIOD_REPORT_FORMATS, type ReportTask } from '@lamro/domain';
import { briefingWords, formatBytes, formatDate, formatNumber, periodReportWords, termOf } from '@lamro/wording';
import { html } from 'hono/html';
import { allowed } from '../desk/allow.ts';
import type { SignedView } from '../desk/view.ts';
import { areaField, hidden, postForm, selectField, textField } from '../page/field.ts';
import { layout } from '../page/layout.ts';
import { badge, empty, facts, type Html, section, table, time } from '../page/parts.ts';

/** A duty that a report may be drawn up for, as the form offers it. */
export interface DutyChoice {
  readonly key: string;
  readonly kind: string;
  readonly to: string;
  readonly clause: string;
}

/** Period reports of the province and the form that draws up another. */
export function periodListPage(
  view: SignedView,
  reports: readonly PeriodReportView[],
  duties: readonly DutyChoice[],
  problem: string | null,
): Html {
  const { periodReports: words, reports: kinds, briefings } = view.words;
  return layout(view, {
    title: words.title,
    lead: words.lead,
    problem,
    body: [
      allowed(view.actor, 'report.compile') && duties.length > 0
        ? section('compile', words.compile, compileForm(view, duties), words.compileHint)
        : html``,
      reports.length === 0
        ? empty(words.empty)
        : table(
            words.title,
            [words.period, kinds.kind, kinds.to, kinds.lastDay, view.words.cases.state, briefings.issued],
            reports.map((report) => [
              html`<a href="/reports/periods/${report.id}">${report.label}</a>`,
              termOf(kinds.kinds, report.kind),
              report.to,
              report.lastDay === null ? '' : formatDate(report.lastDay),
              badge(termOf(briefings.states, report.state), report.state === 'issued' ? 'ok' : 'info'),
              report.issuedAt === null ? '' : html`${time(view, report.issuedAt)}<small>${report.issuedBy}</small>`,
            ]),
          ),
    ],
  });
}

function compileForm(view: SignedView, duties: readonly DutyChoice[]): Html {
  const { periodReports: words, reports: kinds, briefings } = view.words;
  return postForm(
    view,
    '/reports/periods',
    html`${selectField({
      id: 'duty',
      name: 'duty',
      label: words.duty,
      required: true,
      choices: duties.map(({ key, kind, to, clause }) => ({
        value: key,
        label: `${termOf(kinds.kinds, kind)} · ${to} · ${clause}`,
      })),
    })}
      ${textField({ id: 'year', name: 'year', label: words.year, value: String(view.now.getFullYear()) })}
      ${textField({ id: 'from', name: 'from', label: briefings.from, type: 'date' })}
      ${textField({ id: 'to', name: 'to', label: briefings.to, type: 'date' })}
      <div class="buttons"><button type="submit">${words.compileSubmit}</button></div>`,
  );
}

/** One period report: its figures with what stands behind them, its plan, its files, and what this person may do. */
export function periodPage(view: SignedView, opened: OpenedReport, problem: string | null): Html {
  const { periodReports: words, briefings } = view.words;
  const { row, content } = opened;
  const draft = row.state === 'draft';
  const title = `${periodReportWords.kinds[content.duty.kind]} ${row.label}`;
  return layout(view, {
    title,
    problem,
    body: [
      section(
        'report',
        title,
        html`${facts([
          [words.period, `${formatDate(content.period.from)} – ${formatDate(content.period.to)}`],
          [words.duty, `${content.duty.to} · ${content.duty.clause}`],
          [view.words.reports.lastDay, content.lastDay === null ? null : formatDate(content.lastDay)],
          [
            view.words.cases.state,
            html`${badge(termOf(briefings.states, row.state), draft ? 'info' : 'ok')} ${words.ownForm}`,
          ],
          [words.asOf, time(view, new Date(content.compiledAt))],
          [briefings.issued, row.issuedAt === null ? null : time(view, row.issuedAt)],
        ])}
        <div class="buttons">${fileLinks(view, opened)}</div>`,
      ),
      section('figures', briefings.figures, figureTable(view, opened)),
      draft && allowed(view.actor, 'report.compile')
        ? editForm(view, opened)
        : section('plan', words.plan, planTable(opened)),
      draft && allowed(view.actor, 'report.issue') ? issueSection(view, opened) : html``,
    ],
  });
}

function fileLinks(view: SignedView, { row, files }: OpenedReport): readonly Html[] {
  const { briefings } = view.words;
  if (row.state === 'draft')
    return PERIOD_REPORT_FORMATS.map(
      (format) =>
        html`<a class="button quiet" href="/reports/periods/${row.id}/${format}" download>${briefings.preview} ${format.toUpperCase()}</a> `,
    );
  return files.map(
    (file) =>
      html`<a class="button" href="/reports/periods/${row.id}/${file.format}" download>${briefings.download} ${file.format.toUpperCase()} (${formatBytes(file.bytes, view.locale)})</a> <small>SHA-256 <code>${file.sha256}</code></small>`,
  );
}

function figureTable(view: SignedView, { content }: OpenedReport): Html {
  const { briefings: words } = view.words;
  const numbers = new Map(content.items.map((item, index) => [item.articleId, index + 1]));
  const cases = new Map(content.cases.map((row) => [row.caseId, row.number]));
  return table(
    words.figures,
    [words.figure, words.now, words.before, words.behind],
    content.figures.map((figure) => [
      briefingWords.figures[figure.id],
      formatNumber(figure.value, view.locale),
      formatNumber(figure.previous, view.locale),
      figure.articleIds.length + figure.caseIds.length === 0
        ? ''
        : html`<details><summary>${String(figure.articleIds.length + figure.caseIds.length)}</summary>
          ${figure.articleIds.map((id) => html`<a href="/articles/${id}">${String(numbers.get(id) ?? id)}</a> `)}
          ${figure.caseIds.map((id) => html`<a href="/cases/${id}">${cases.get(id) ?? id}</a> `)}</details>`,
    ]),
  );
}

function planTable({ content }: OpenedReport): Html {
  const [, name, planned, result] = periodReportWords.planHeads;
  return table(
    periodReportWords.planTable,
    [name, planned, result],
    content.plan.map((task) => [nameOf(task), task.planned, task.result]),
  );
}

function nameOf({ task, figure }: ReportTask): string {
  return task === '' && figure !== null ? briefingWords.figures[figure] : task;
}

const EMPTY_LINES = 3;

function editForm(view: SignedView, { row, content }: OpenedReport): Html {
  const { periodReports: words, briefings } = view.words;
  const free: ReportTask = { task: '', planned: '', result: '', figure: null };
  const lines = [...content.plan, ...Array.from({ length: EMPTY_LINES }, () => free)];
  const [, name, planned, result] = periodReportWords.planHeads;
  return section(
    'edit',
    briefings.edit,
    postForm(
      view,
      `/reports/periods/${row.id}/edit`,
      html`${hidden('version', String(row.version))}${hidden('lines', String(lines.length))}
        ${areaField({ id: 'overview', name: 'overview', label: briefings.overview, value: content.overview })}
        <fieldset><legend>${words.plan}</legend>${lines.map(
          (task, index) => html`<fieldset><legend>${String(index + 1)}</legend>
            ${hidden(`figure-${index}`, task.figure ?? '')}
            ${textField({ id: `task-${index}`, name: `task-${index}`, label: name, value: nameOf(task) })}
            ${textField({ id: `planned-${index}`, name: `planned-${index}`, label: planned, value: task.planned })}
            ${textField({ id: `result-${index}`, name: `result-${index}`, label: task.figure === null ? result : words.resultBeside, value: task.result })}
          </fieldset>`,
        )}</fieldset>
        ${areaField({ id: 'difficulties', name: 'difficulties', label: words.difficulties, value: content.difficulties })}
        ${areaField({ id: 'proposals', name: 'proposals', label: words.proposals, value: content.proposals })}
        <div class="buttons"><button type="submit">${briefings.save}</button></div>`,
    ),
    words.editHint,
  );
}

function issueSection(view: SignedView, { row }: OpenedReport): Html {
  const { briefings } = view.words;
  return section(
    'issue',
    view.words.periodReports.issue,
    postForm(
      view,
      `/reports/periods/${row.id}/issue`,
      html`${hidden('version', String(row.version))}
        ${textField({ id: 'number', name: 'number', label: briefings.documentNumber, hint: briefings.documentNumberHint })}
        ${textField({ id: 'signer', name: 'signer', label: briefings.signer })}
        <div class="buttons"><button type="submit">${view.words.periodReports.issue}</button></div>`,
    ),
  );
}
