import type { IntakeReportView } from '@lamro/database';
import { termOf } from '@lamro/wording';
import { html } from 'hono/html';
import type { SignedView } from '../desk/view.ts';
import { type Html, section, shortTime } from '../page/parts.ts';

/** Why agencies or the hotline reported an article, never who did; nothing where nobody has. */
export function reportedSection(view: SignedView, reports: readonly IntakeReportView[]): Html {
  const { reported } = view.words;
  if (reports.length === 0) return html``;
  const lines = reports.map(
    ({ reason, receivedBy, reportedAt }) =>
      html`<li>${reason ?? reported.noReason} <small>${termOf(reported.by, receivedBy)} · ${shortTime(view, reportedAt)}</small></li>`,
  );
  return section('reported', reported.title, html`<ul class="plain-list">${lines}</ul>`);
}
