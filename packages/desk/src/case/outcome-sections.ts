import type { OutletCheckView } from '@lamro/database';
import { termOf } from '@lamro/wording';
import { html } from 'hono/html';
import { z } from 'zod';
import { agencyName, type SignedView } from '../desk/view.ts';
import { hidden, postForm } from '../page/field.ts';
import { badge, empty, facts, type Html, outsideLink, section, shortTime, time } from '../page/parts.ts';
import { caseBadge, outcomeBadge } from '../page/tone.ts';
import { offers } from './command.ts';
import type { CaseContent } from './content.ts';
import { confirmOutcomeCommand } from './outcome-commands.ts';

const proofShape = z.record(z.string(), z.unknown()).catch({});

/** By which channels the answer left, with the proof of each. */
export function releaseSection(view: SignedView, { releases }: CaseContent): Html {
  const { cases: words, terms } = view.words;
  if (releases.length === 0) return section('releases', words.releases, empty(words.noReleases));
  return section(
    'releases',
    words.releases,
    html`<ul class="plain-list">${releases.map(
      (
        entry,
      ) => html`<li><strong>${termOf(terms.channels, entry.channel)}</strong> ${badge(termOf(terms.bases, entry.basis))} ${entry.withdrawnAt === null ? '' : badge(words.withdrawn, 'danger')}
        <small>${entry.releasedBy} · ${time(view, entry.releasedAt)}</small>
        ${proofFacts(view, entry.proof, entry.spokesperson)}${entry.withdrawnReason === null ? '' : html`<p>${entry.withdrawnReason}</p>`}</li>`,
    )}</ul>`,
  );
}

function proofFacts(view: SignedView, proof: unknown, speaker: string | null): Html {
  const { fields } = view.words.cases;
  const found = proofShape.parse(proof);
  const text = (name: string) => {
    const value = found[name];
    return Array.isArray(value) ? value.join('; ') : typeof value === 'string' ? value : null;
  };
  const moment = text('at') ?? text('sentAt');
  const url = text('url');
  return facts([
    [fields.proofNumber, text('number')],
    [fields.proofDate, text('date')?.split('-').reverse().join('/') ?? null],
    [fields.proofSpeaker, speaker],
    [fields.proofAt, moment === null ? null : time(view, new Date(moment))],
    [fields.proofPlace, text('place')],
    [fields.proofUrl, url === null ? null : outsideLink(url, url)],
    [fields.proofOutlet, text('recipient') ?? text('outlet')],
    [fields.proofRecipients, text('recipients')],
    [fields.proofReceipt, text('receipt')],
    [fields.proofWords, text('summary') ?? text('text')],
    [fields.file, text('attachmentId') === null ? null : `#${text('attachmentId')}`],
  ]);
}

/** What the outlets did: proposals to confirm first, then what is settled and what still waits. */
export function outcomeSection(view: SignedView, content: CaseContent): Html {
  const { cases: words } = view.words;
  if (content.checks.length === 0) return section('outlets', words.outlets, empty(words.noOutlets));
  const order = ['proposed', 'confirmed', 'waiting'];
  const sorted = [...content.checks].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  return section(
    'outlets',
    words.outlets,
    html`<ul class="plain-list">${sorted.map((check) => checkRow(view, content, check))}</ul>`,
  );
}

function checkRow(view: SignedView, content: CaseContent, check: OutletCheckView): Html {
  const { cases: words, terms } = view.words;
  const head = html`<strong>${check.outlet}</strong> <a href="/articles/${check.articleId}">${check.title}</a>`;
  if (check.state === 'waiting')
    return html`<li>${head} ${badge(terms.checkStates.waiting)} <small>${words.checkDue} ${time(view, check.dueAt)} ${check.lastFailure ?? ''}</small></li>`;
  if (check.state === 'confirmed' && check.outcome !== null)
    return html`<li>${head} ${outcomeBadge(view, check.outcome)} <small>${check.confirmedBy} · ${time(view, check.confirmedAt)}</small></li>`;
  return html`<li>${head} ${badge(terms.checkStates.proposed, 'warn')} ${check.proposedOutcome === null ? '' : html`<span>${words.proposed}: ${outcomeBadge(view, check.proposedOutcome)}</span>`} <small>${time(view, check.checkedAt)}</small>
    ${offers(view, content, confirmOutcomeCommand) ? confirmForm(view, content, check) : ''}</li>`;
}

function confirmForm(view: SignedView, content: CaseContent, check: OutletCheckView): Html {
  const typed = { check: check.id, outcome: check.proposedOutcome ?? '' };
  return postForm(
    view,
    `/cases/${content.row.id}/${confirmOutcomeCommand.id}`,
    [
      hidden('version', String(content.row.version)),
      hidden('check', check.id),
      html`${confirmOutcomeCommand.fields(view, content, typed)}`,
      html`<button type="submit">${view.words.terms.commands['confirm-outcome']}</button>`,
    ],
    'form in-line',
  );
}

/** The chain of events, first one first. */
export function eventSection(view: SignedView, { events }: CaseContent): Html {
  const { cases: words, terms } = view.words;
  return section(
    'events',
    words.events,
    html`<ol class="timeline events">${events.map(
      (
        event,
      ) => html`<li><strong>${termOf(terms.commands, event.command)}</strong> ${caseBadge(view, event.toState)} ${event.reason === null ? '' : html`<span class="kept-lines">${event.reason}</span>`}
        <small>${event.actor} (${termOf(terms.roles, event.actorRole)}${event.actorAgency === null ? '' : html`, ${agencyName(view.profile, event.actorAgency)}`}) · ${shortTime(view, event.at)} · <code title="${words.hash} ${event.hash}">${event.hash.slice(0, 12)}</code></small></li>`,
    )}</ol>`,
    words.eventsNote,
  );
}
