import { html } from 'hono/html';
import { allowed } from '../desk/allow.ts';
import type { SignedView } from '../desk/view.ts';
import type { Html } from '../page/parts.ts';

/** Links between the pages of administration. */
export function tabs(view: SignedView): Html {
  const { administration: words, webhooks, deliveries, learning, calendars, models, retention } = view.words;
  const places = [
    { path: '/administration', label: words.accounts, right: 'account.read' },
    { path: '/administration/profile', label: words.profile, right: 'profile.read' },
    { path: '/administration/webhooks', label: webhooks.title, right: 'webhook.change' },
    { path: '/administration/deliveries', label: deliveries.title, right: 'webhook.change' },
    { path: '/administration/weights', label: learning.title, right: 'report.read' },
    { path: '/administration/calendar', label: calendars.title, right: 'profile.read' },
    { path: '/administration/models', label: models.title, right: 'queue.read' },
    { path: '/administration/retention', label: retention.title, right: 'queue.read' },
    { path: '/administration/queues', label: words.queues, right: 'queue.change' },
    { path: '/administration/audit', label: words.audit, right: 'audit.read' },
  ] as const;
  return html`<nav class="tabs" aria-label="${words.title}"><ul>${places
    .filter(({ right }) => allowed(view.actor, right))
    .map(
      ({ path, label }) =>
        html`<li><a href="${path}"${view.path === path ? html` aria-current="page"` : ''}>${label}</a></li>`,
    )}</ul></nav>`;
}
