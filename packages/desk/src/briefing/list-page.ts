import { weekLabel } from '@lamro/casework';
import type { BriefingRecipientView, BriefingView } from '@lamro/database';
import { formatBytes, formatDay, termOf } from '@lamro/wording';
import { html } from 'hono/html';
import { allowed } from '../desk/allow.ts';
import type { SignedView } from '../desk/view.ts';
import { postForm, textField } from '../page/field.ts';
import { layout } from '../page/layout.ts';
import { badge, empty, type Html, section, table, time } from '../page/parts.ts';
import { recipientSection } from './recipients.ts';

/** Briefings of the province, newest first, and the form that draws up another. */
export function briefingListPage(
  view: SignedView,
  briefings: readonly BriefingView[],
  recipients: readonly BriefingRecipientView[],
  problem: string | null,
): Html {
  const { briefings: words, cases } = view.words;
  return layout(view, {
    title: words.title,
    lead: words.lead,
    problem,
    body: [
      allowed(view.actor, 'briefing.edit')
        ? section('compile', words.compile, compileForm(view), words.compileHint)
        : html``,
      briefings.length === 0
        ? empty(words.empty)
        : table(
            words.title,
            [words.label, words.period, cases.state, words.issued, words.files],
            briefings.map((briefing) => [
              html`<a href="/briefings/${briefing.id}">${briefing.label}</a>${briefing.edition > 1 ? ` (${words.edition(String(briefing.edition))})` : ''}`,
              html`${formatDay(briefing.periodFrom, view.locale)} – ${formatDay(lastDay(briefing.periodTo), view.locale)}`,
              badge(termOf(words.states, briefing.state), briefing.state === 'issued' ? 'ok' : 'info'),
              briefing.issuedAt === null
                ? ''
                : html`${time(view, briefing.issuedAt)}<small>${briefing.issuedBy}</small>`,
              fileLinks(view, briefing),
            ]),
          ),
      recipientSection(view, recipients),
    ],
  });
}

/** The period ends before this instant. */
function lastDay(to: Date): Date {
  return new Date(to.getTime() - 1);
}

function compileForm(view: SignedView): Html {
  const { briefings: words } = view.words;
  return postForm(
    view,
    '/briefings',
    html`${textField({ id: 'week', name: 'week', label: words.week, value: weekLabel(view.now) })}
      ${textField({ id: 'from', name: 'from', label: words.from, type: 'date' })}
      ${textField({ id: 'to', name: 'to', label: words.to, type: 'date' })}
      <div class="buttons"><button type="submit">${words.compileSubmit}</button></div>`,
    'filters in-line',
  );
}

function fileLinks(view: SignedView, briefing: BriefingView): Html {
  if (briefing.files.length === 0) return html`<span class="muted">${view.words.briefings.noFiles}</span>`;
  return html`${briefing.files.map(
    (file) =>
      html`<a href="/briefings/${briefing.id}/${file.format}" download>${file.format.toUpperCase()} (${formatBytes(file.bytes, view.locale)})</a> `,
  )}`;
}
