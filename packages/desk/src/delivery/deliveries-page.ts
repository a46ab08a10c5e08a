import type { DeliveryAttemptView, DeliveryView } from '@lamro/database';
import { formatNumber, termOf } from '@lamro/wording';
import { html } from 'hono/html';
import { tabs } from '../administration/tabs.ts';
import { allowed } from '../desk/allow.ts';
import type { SignedView } from '../desk/view.ts';
import { pathWith } from '../page/address.ts';
import { postForm } from '../page/field.ts';
import { layout } from '../page/layout.ts';
import { badge, empty, facts, type Html, pager, section, shortTime, type Tone, table, time } from '../page/parts.ts';

const STATES = ['uncertain', 'failed', 'waiting', 'sending', 'delivered', 'settled'] as const;

export interface DeliveriesContent {
  readonly deliveries: readonly DeliveryView[];
  readonly state: string | null;
  readonly webhook: string | null;
  readonly next: string | null;
  readonly cursor: string | null;
}

/** Letters and webhook calls with what became of them; what waits for a person's word first by its own link. */
export function deliveriesPage(view: SignedView, content: DeliveriesContent): Html {
  const { deliveries: words, terms } = view.words;
  const { state, webhook } = content;
  const place = (wanted: string | null, cursor: string | null = null) =>
    pathWith('/administration/deliveries', {
      ...(wanted === null ? {} : { state: wanted }),
      ...(webhook === null ? {} : { webhook }),
      ...(cursor === null ? {} : { after: cursor }),
    });
  const choice = (wanted: string | null, label: string) =>
    html`<li><a href="${place(wanted)}"${wanted === state ? html` aria-current="true"` : ''}>${label}</a></li>`;
  return layout(view, {
    title: words.title,
    lead: words.lead,
    body: html`${tabs(view)}
    <nav class="tabs" aria-label="${words.state}"><ul>${choice(null, words.all)}${STATES.map((one) => choice(one, terms.deliveryStates[one]))}</ul></nav>
    ${section('deliveries', words.title, content.deliveries.length === 0 ? empty(words.empty) : listOf(view, content.deliveries))}
    ${pager(view, { first: content.cursor === null ? null : place(state), next: content.next === null ? null : place(state, content.next) })}`,
  });
}

function listOf(view: SignedView, deliveries: readonly DeliveryView[]): Html {
  const { deliveries: words, terms } = view.words;
  return table(
    words.title,
    [words.what, words.recipient, words.state, words.attempts, words.created],
    deliveries.map((delivery) => [
      html`<a href="/administration/deliveries/${delivery.id}">${nameOf(view, delivery)}</a>`,
      html`${delivery.recipient ?? words.gone} <small>${termOf(terms.deliveryChannels, delivery.channel)}</small>`,
      stateBadge(view, delivery.state),
      formatNumber(delivery.attempts, view.locale),
      shortTime(view, delivery.createdAt),
    ]),
  );
}

function nameOf(view: SignedView, { subject, digest, id }: DeliveryView): string {
  return `${subject ?? `#${id}`}${digest ? ` (${view.words.deliveries.digest})` : ''}`;
}

const TONES: Readonly<Record<string, Tone>> = { delivered: 'ok', failed: 'danger', uncertain: 'warn', waiting: 'info' };

function stateBadge(view: SignedView, state: string): Html {
  return badge(termOf(view.words.terms.deliveryStates, state), TONES[state] ?? 'neutral');
}

/** One delivery with its attempts, and the decision that it may wait for. */
export function deliveryPage(view: SignedView, delivery: DeliveryView, tries: readonly DeliveryAttemptView[]): Html {
  const { deliveries: words, terms } = view.words;
  return layout(view, {
    title: nameOf(view, delivery),
    body: html`${tabs(view)}
    ${facts([
      [words.state, stateBadge(view, delivery.state)],
      [words.recipient, `${delivery.recipient ?? words.gone} · ${termOf(terms.deliveryChannels, delivery.channel)}`],
      [words.detail, delivery.detail],
      [words.created, time(view, delivery.createdAt)],
      [words.next, delivery.state === 'waiting' ? time(view, delivery.nextAttemptAt) : null],
      [words.messageId, html`<code>${delivery.messageId}</code>`],
    ])}
    ${decisionSection(view, delivery)}
    ${section('tries', words.tries, tries.length === 0 ? empty(words.noTries) : triesTable(view, tries))}`,
  });
}

function decisionSection(view: SignedView, { id, state }: DeliveryView): Html {
  const { deliveries: words } = view.words;
  if ((state !== 'uncertain' && state !== 'failed') || !allowed(view.actor, 'webhook.change')) return html``;
  const uncertain = state === 'uncertain';
  const button = (path: string, label: string, kind: string) =>
    postForm(
      view,
      `/administration/deliveries/${id}/${path}`,
      html`<button class="${kind}" type="submit">${label}</button>`,
      'inline',
    );
  return section(
    'decision',
    words.decide,
    html`<div class="actions">${button('again', words.again, '')}${button('settle', uncertain ? words.settle : words.settleFailed, 'quiet')}</div>`,
    uncertain ? words.decideHint : words.decideFailed,
  );
}

function triesTable(view: SignedView, tries: readonly DeliveryAttemptView[]): Html {
  const { deliveries: words, terms } = view.words;
  const outcome = ({ status }: DeliveryAttemptView) => {
    if (status === null) return badge(words.running);
    return status === 'cut-off'
      ? badge(words.cutOff, 'warn')
      : badge(termOf(terms.deliveryStates, status), TONES[status]);
  };
  return table(
    words.tries,
    [words.attempts, words.started, words.finished, words.outcome, words.detail],
    tries.map((one) => [
      formatNumber(one.number, view.locale),
      time(view, one.startedAt),
      one.finishedAt === null ? '' : time(view, one.finishedAt),
      outcome(one),
      one.detail ?? '',
    ]),
  );
}
