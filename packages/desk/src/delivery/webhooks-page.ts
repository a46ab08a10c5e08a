import type { WebhookSecret } from '@lamro/casework';
import type { WebhookView } from '@lamro/database';
import { NOTICE_TOPICS, noticeTopicSchema } from '@lamro/domain';
import { formatNumber, termOf } from '@lamro/wording';
import { html } from 'hono/html';
import { tabs } from '../administration/tabs.ts';
import type { SignedView } from '../desk/view.ts';
import { askFirst, checkbox, postForm, textField } from '../page/field.ts';
import { layout } from '../page/layout.ts';
import { badge, empty, type Html, section, table, time } from '../page/parts.ts';

/** Addresses that get notices. `made` holds a secret that is shown this once. */
export function webhooksPage(view: SignedView, webhooks: readonly WebhookView[], made: WebhookSecret | null): Html {
  const { webhooks: words } = view.words;
  const shown = made === null ? null : webhooks.find(({ id }) => id === made.webhookId);
  return layout(view, {
    title: words.title,
    lead: words.lead,
    body: html`${tabs(view)}
    ${made === null ? '' : html`<p class="message ok" role="status">${shown?.url ?? ''}: ${words.secret} <code>${made.secret}</code></p>`}
    ${section(
      'webhooks',
      words.title,
      webhooks.length === 0
        ? empty(words.empty)
        : table(
            words.title,
            [words.url, words.kinds, words.state, ''],
            webhooks.map((webhook) => [
              html`<code>${webhook.url}</code>`,
              kindsOf(view, webhook),
              stateOf(view, webhook),
              buttons(view, webhook),
            ]),
          ),
    )}
    ${addSection(view)}`,
  });
}

function kindsOf(view: SignedView, { kinds }: WebhookView): string {
  if (kinds.length === 0) return view.words.webhooks.allKinds;
  return kinds.map((kind) => termOf(view.words.terms.noticeKinds, kind)).join('; ');
}

function stateOf(view: SignedView, webhook: WebhookView): Html {
  const { webhooks: words } = view.words;
  const failing = words.failing(formatNumber(webhook.failing, view.locale));
  return html`${webhook.enabled ? badge(words.on, 'ok') : badge(words.off, 'warn')}
    ${webhook.failing === 0 ? html`<small>${words.healthy}</small>` : badge(failing, 'danger')}
    ${webhook.oldSecretUntil === null ? '' : html`<small>${words.oldSecret} ${time(view, webhook.oldSecretUntil)}</small>`}`;
}

function buttons(view: SignedView, { id, url, enabled }: WebhookView): Html {
  const { webhooks: words } = view.words;
  const button = (change: string, label: string, kind = 'quiet') =>
    postForm(
      view,
      `/administration/webhooks/${id}/${change}`,
      html`<button class="${kind}" type="submit" aria-label="${label}: ${url}">${label}</button>`,
      'inline',
    );
  return html`<a href="/administration/deliveries?webhook=${id}">${words.history}</a>
    ${enabled ? button('off', words.switchOff) : button('on', words.switchOn)} ${askFirst(`${words.rotate}…`, words.askRotate, button('rotate', words.rotate, ''))} ${askFirst(`${words.remove}…`, words.askRemove, button('remove', words.remove, 'grave'))}`;
}

function addSection(view: SignedView): Html {
  const { webhooks: words, terms } = view.words;
  return section(
    'add-webhook',
    words.add,
    postForm(view, '/administration/webhooks', [
      textField({ id: 'url', name: 'url', type: 'url', label: words.url, hint: words.addHint, required: true }),
      html`<fieldset><legend>${words.kinds}</legend>${noticeTopicSchema.options.map((topic) => html`<details><summary>${terms.noticeTopics[topic]}</summary>${NOTICE_TOPICS[topic].map((kind) => checkbox({ id: `kind-${kind}`, name: 'kinds[]', value: kind, label: terms.noticeKinds[kind], checked: false }))}</details>`)}</fieldset>`,
      html`<button type="submit">${words.addSubmit}</button>`,
    ]),
  );
}
