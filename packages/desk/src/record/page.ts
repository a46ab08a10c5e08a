import type { RecordView } from '@lamro/database';
import { formatDate, formatNumber, formatPeriod, termOf } from '@lamro/wording';
import { html } from 'hono/html';
import { allowed } from '../desk/allow.ts';
import type { SignedView } from '../desk/view.ts';
import { pathWith } from '../page/address.ts';
import { fileField, postForm, selectField, textField } from '../page/field.ts';
import { layout } from '../page/layout.ts';
import { badge, empty, type Html, outsideLink, pager, section, table } from '../page/parts.ts';
import type { RecordQuery } from './query.ts';

export const RECORD_PAGE = 50;

/** Records with what they say and where it stands. One row more than a page is given. */
export function recordPage(
  view: SignedView,
  query: RecordQuery,
  records: readonly RecordView[],
  said: { status?: string | null; problem?: string | null },
): Html {
  const { records: words, chrome, terms } = view.words;
  const shown = records.slice(0, RECORD_PAGE);
  const last = records.length > RECORD_PAGE ? shown.at(-1) : undefined;
  const kinds = Object.entries(terms.recordKinds).map(([value, label]) => ({ value, label }));
  return layout(view, {
    title: words.title,
    lead: words.lead,
    status: said.status ?? null,
    problem: said.problem ?? null,
    body: html`<form method="get" action="/records" class="filters in-line">
      ${textField({ id: 'search', name: 'q', type: 'search', label: words.search, value: query.q ?? '' })}
      ${selectField({ id: 'kind', name: 'kind', label: words.kind, value: query.kind ?? '', none: chrome.all, choices: kinds })}
      <div class="buttons"><button type="submit">${chrome.filter}</button><a class="button quiet" href="/records">${chrome.clear}</a></div>
    </form>
    ${
      shown.length === 0
        ? empty(words.empty)
        : table(
            words.title,
            [words.kind, words.text, words.value, words.period, words.validity, words.document],
            shown.map((record) => cells(view, record)),
          )
    }
    ${pager(view, {
      first: query.after === null ? null : pathWith('/records', { kind: query.kind, q: query.q }),
      next: last === undefined ? null : pathWith('/records', { kind: query.kind, q: query.q, after: last.id }),
    })}
    ${allowed(view.actor, 'record.import') ? importSection(view) : ''}`,
  });
}

function importSection(view: SignedView): Html {
  const { records: words, cases } = view.words;
  return section(
    'import',
    words.import,
    postForm(
      view,
      '/records/import',
      [
        fileField({
          id: 'import-file',
          name: 'file',
          label: cases.fields.file,
          hint: words.importHint,
          required: true,
        }),
        html`<button type="submit">${words.importSubmit}</button>`,
      ],
      { multipart: true },
    ),
  );
}

/** Withdrawing asks for its reason, and says what it brings with it. */
function withdrawForm(view: SignedView, record: RecordView): Html {
  const { records: words, chrome } = view.words;
  return html`<details><summary>${words.withdraw}</summary><p class="hint">${words.withdrawHint}</p>${postForm(
    view,
    `/records/${record.id}/withdraw`,
    [
      textField({ id: `withdraw-${record.id}`, name: 'reason', label: chrome.reason, required: true }),
      html`<button type="submit" class="grave">${words.withdraw}</button>`,
    ],
  )}</details>`;
}

function cells(view: SignedView, record: RecordView): (Html | string)[] {
  const { records: words, terms } = view.words;
  const until = [record.validFrom, record.validTo].map((day) => (day === null ? '…' : formatDate(day)));
  return [
    html`${badge(termOf(terms.recordKinds, record.kind))}${record.withdrawnAt === null ? '' : badge(words.withdrawn, 'danger')}`,
    html`${record.text}${record.withdrawnReason === null ? '' : html`<small>${record.withdrawnReason}</small>`}${record.signals === 0 ? '' : html`<small>${words.restsOn(formatNumber(record.signals, view.locale))}</small>`}`,
    record.value === null
      ? ''
      : html`<span class="figure">${formatNumber(record.value, view.locale)} ${record.unit ?? ''}</span>`,
    record.period === null ? '' : formatPeriod(record.period),
    record.validFrom === null && record.validTo === null ? '' : until.join(' – '),
    html`${record.documentNumber}<small>${outsideLink(record.sourceUrl, record.source)}</small>${record.withdrawnAt === null && allowed(view.actor, 'record.withdraw') ? withdrawForm(view, record) : ''}`,
  ];
}
