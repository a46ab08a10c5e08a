import { type RecordView, viewRecords } from '@lamro/database';
import { formatDate, formatNumber, formatPeriod, termOf } from '@lamro/wording';
import { Hono } from 'hono';
import { html } from 'hono/html';
import { z } from 'zod';
import { allow } from '../desk/allow.ts';
import type { DeskOptions } from '../desk/options.ts';
import { optionalId, optionalText, readQuery } from '../desk/read.ts';
import type { DeskEnv, SignedView } from '../desk/view.ts';
import { pathWith } from '../page/address.ts';
import { selectField, textField } from '../page/field.ts';
import { layout } from '../page/layout.ts';
import { badge, empty, type Html, outsideLink, pager, table } from '../page/parts.ts';

const PAGE = 50;
const recordQuery = z.object({
  kind: z.enum(['figure', 'statement', 'clarification']).nullable().catch(null).default(null),
  q: optionalText,
  id: optionalId,
  after: optionalId,
});
type RecordQuery = z.infer<typeof recordQuery>;

/** The official records that flags rest on. */
export function recordRoutes({ pool }: DeskOptions): Hono<DeskEnv> {
  const routes = new Hono<DeskEnv>();
  routes.get('/records', async (c) => {
    const view = c.get('signed');
    allow(view.actor, 'record.read');
    const query = readQuery(c, recordQuery);
    const records = await viewRecords(pool, {
      profile: view.actor.profile,
      id: query.id,
      kind: query.kind,
      text: query.q,
      afterId: query.after,
      limit: PAGE + 1,
    });
    return c.html(recordPage(view, query, records));
  });
  return routes;
}

function recordPage(view: SignedView, query: RecordQuery, records: readonly RecordView[]): Html {
  const { records: words, chrome, terms } = view.words;
  const shown = records.slice(0, PAGE);
  const last = records.length > PAGE ? shown.at(-1) : undefined;
  const kinds = Object.entries(terms.recordKinds).map(([value, label]) => ({ value, label }));
  return layout(view, {
    title: words.title,
    lead: words.lead,
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
    })}`,
  });
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
    html`${record.documentNumber}<small>${outsideLink(record.sourceUrl, record.source)}</small>`,
  ];
}
