import { CHANNELS, channelSchema } from '@lamro/domain';
import { languageName } from '@lamro/wording';
import { html } from 'hono/html';
import { InvalidForm } from '../desk/refusals.ts';
import type { SignedView } from '../desk/view.ts';
import { hidden, selectField } from '../page/field.ts';
import type { Html } from '../page/parts.ts';
import { type CaseCommand, from, type Typed } from './command.ts';
import type { CaseContent } from './content.ts';
import { need } from './form.ts';
import { proofFields, proofOf } from './proof-form.ts';

/** One release form per channel: each asks for its own proof. */
export const releaseCommand: CaseCommand = {
  id: 'release',
  right: 'case.release',
  concern: 'lead',
  fits: (content) => from('release')(content) && content.responses.some(({ state }) => state === 'approved'),
  fields: (view, content, typed) => {
    const channel = chosenChannel(content, typed);
    return [
      hidden('channel', channel),
      selectField({
        id: 'release-response',
        name: 'response',
        label: view.words.cases.fields.response,
        required: true,
        value: typed['response'] ?? '',
        choices: content.responses
          .filter(({ state }) => state === 'approved')
          .map(({ id, language, number, title }) => ({
            value: id,
            label: `${view.words.cases.draftNumber(String(number))} · ${languageName(language, view.locale)} · ${title}`,
          })),
      }),
      html`${proofFields(view, content, channel, typed)}`,
    ];
  },
  run: (casework, actor, target, typed) => {
    const channel = channelSchema.safeParse(typed['channel']);
    if (!channel.success) throw new InvalidForm(['channel']);
    return casework.release(actor, {
      ...target,
      responseId: need(typed, 'response'),
      proof: proofOf(channel.data, typed),
    });
  },
};

function chosenChannel({ route }: CaseContent, typed: Typed) {
  const asked = channelSchema.safeParse(typed['channel']);
  if (asked.success) return asked.data;
  return route.channels.find((channel) => channel.open)?.id ?? 'press-release';
}

/** Links by which the channel is chosen, and with it the fields of its proof; closed ones say why they are not links. */
export function channelChoice(view: SignedView, content: CaseContent, typed: Typed): Html {
  const { cases, terms } = view.words;
  const chosen = chosenChannel(content, typed);
  return html`<p class="hint">${cases.fields.proofHint}</p><ul class="chips" aria-label="${cases.fields.channel}">${CHANNELS.map(
    (id) => {
      const rule = content.route.channels.find((channel) => channel.id === id);
      if (rule !== undefined && !rule.open)
        return html`<li><span class="chip off" title="${rule.condition}">${terms.channels[id]}: ${cases.channelClosed.toLowerCase()}</span></li>`;
      return html`<li><a class="chip" href="/cases/${content.row.id}?channel=${id}#release"${id === chosen ? html` aria-current="true"` : ''}>${terms.channels[id]}</a></li>`;
    },
  )}</ul>`;
}
