import { type ChannelRule, type Citation, clauseRefSchema, formatClause } from '@lamro/domain';
import { formatDay, termOf } from '@lamro/wording';
import { html } from 'hono/html';
import { z } from 'zod';
import { agencyName, type SignedView } from '../desk/view.ts';
import { badge, empty, facts, type Html, section, time } from '../page/parts.ts';
import { isPast } from '../page/tone.ts';
import type { CaseContent } from './content.ts';

/** Who answers and why, by which channels, with the clause for each. */
export function routeSection(view: SignedView, { route, row }: CaseContent): Html {
  const { cases: words, terms } = view.words;
  const names = (ids: readonly string[]) => ids.map((id) => agencyName(view.profile, id)).join('; ');
  return section(
    'route',
    words.route,
    html`<p class="why"><strong>${words.why}:</strong> ${route.why} ${badge(terms.bases[route.basis], route.basis === 'law' ? 'info' : 'neutral')}</p>
    ${facts([
      [words.leadAgency, row.leadAgency === null ? words.noLead : agencyName(view.profile, row.leadAgency)],
      [words.dossierAgency, agencyName(view.profile, row.dossierAgency)],
      [words.coordinate, names(route.coordinate)],
      [words.notify, orderedNames(view, route.notify)],
      [words.monitor, names(route.monitor)],
    ])}
    ${channelList(view, route.channels)}
    ${citationList(view, route.citations)}`,
  );
}

/** Channels, each with its condition and who acts; the open ones first. */
function channelList(view: SignedView, channels: readonly ChannelRule[]): Html {
  const { cases: words, terms, chrome } = view.words;
  const sorted = [...channels].sort((a, b) => Number(b.open) - Number(a.open));
  return html`<details class="fold"><summary>${words.channels} (${channels.filter(({ open }) => open).length}/${channels.length})</summary>
    <ul class="plain-list">${sorted.map(
      (
        channel,
      ) => html`<li><strong>${terms.channels[channel.id]}</strong> ${channel.open ? badge(words.channelOpen, 'ok') : badge(words.channelClosed)} ${badge(terms.bases[channel.basis])}
      ${facts([
        [words.condition, channel.condition || chrome.none],
        [words.who, channel.who],
      ])}</li>`,
    )}</ul></details>`;
}

function orderedNames(view: SignedView, ids: readonly string[]): Html | string {
  if (ids.length === 0) return '';
  return html`<ol class="inline-list">${ids.map((id) => html`<li>${agencyName(view.profile, id)}</li>`)}</ol>`;
}

/** Clauses by what they are cited for. */
function citationList(view: SignedView, citations: readonly Citation[]): Html {
  const { cases: words } = view.words;
  if (citations.length === 0) return empty(words.noCitations);
  const purposes = Map.groupBy(citations, (citation) => citation.for);
  const { instrument } = view.profile.regulation;
  return html`<details class="fold" open><summary>${words.citations} (${citations.length})</summary>
    <ul class="plain-list">${[...purposes].map(
      ([name, cited]) =>
        html`<li><strong>${purpose(view, name)}</strong>: ${cited.map((citation) => formatClause(citation, instrument)).join('; ')}</li>`,
    )}</ul></details>`;
}

function purpose(view: SignedView, text: string): string {
  const [kind, channel] = text.split(':');
  const name = termOf(view.words.help.stepNames, kind ?? text);
  return channel === undefined ? name : `${name}: ${termOf(view.words.terms.channels, channel)}`;
}

const stepLines = z.array(z.union([z.string(), z.looseObject({ text: z.string() })])).catch([]);
const clause = clauseRefSchema.nullable().catch(null);

/** The clocks of a case with the calculation of each, line by line. */
export function clockSection(view: SignedView, { deadlines }: CaseContent): Html {
  const { cases: words, terms } = view.words;
  if (deadlines.length === 0) return section('clock', words.clock, empty(words.noClock));
  const items = deadlines.map((deadline) => {
    const running = deadline.metAt === null && deadline.cancelledAt === null;
    const state = deadline.metAt !== null ? words.met : deadline.cancelledAt !== null ? words.cancelled : words.running;
    const ref = clause.parse(deadline.citation);
    const rule = view.profile.deadlines.find((entry) => entry.rule === deadline.rule);
    return html`<li><strong>${rule?.label ?? deadline.rule}</strong>: ${time(view, deadline.dueAt)}
      ${running && isPast(view, deadline.dueAt) ? badge(words.overdue, 'danger') : badge(state, running ? 'info' : 'neutral')}
      ${badge(termOf(terms.bases, deadline.basis))} ${ref === null ? '' : formatClause(ref, view.profile.regulation.instrument)}
      <details><summary>${words.steps}</summary><ol>${stepLines.parse(deadline.steps).map((step) => html`<li>${typeof step === 'string' ? step : step.text}</li>`)}</ol></details></li>`;
  });
  return section('clock', words.clock, html`<ul class="plain-list">${items}</ul>`, formatDay(view.now, view.locale));
}
