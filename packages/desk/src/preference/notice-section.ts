import type { DeliveryPreference } from '@lamro/database';
import { noticeTopicSchema } from '@lamro/domain';
import { html } from 'hono/html';
import type { SignedView } from '../desk/view.ts';
import { checkbox, postForm, textField } from '../page/field.ts';
import { type Html, section } from '../page/parts.ts';

/** What somebody wants letters about, and when they may come. */
export function noticeSection(view: SignedView, wishes: DeliveryPreference): Html {
  const { noticeWishes: words, chrome, terms } = view.words;
  return section(
    'notices',
    words.title,
    postForm(view, '/preferences/notices', [
      checkbox({ id: 'notice-email', name: 'email', value: '1', label: words.email, checked: wishes.email }),
      html`<fieldset><legend>${words.topics}</legend>${noticeTopicSchema.options.map((topic) =>
        checkbox({
          id: `topic-${topic}`,
          name: 'topics[]',
          value: topic,
          label: terms.noticeTopics[topic],
          checked: !wishes.mutedTopics.includes(topic),
        }),
      )}</fieldset>`,
      textField({
        id: 'quiet-from',
        name: 'quietFrom',
        label: words.quietFrom,
        value: wishes.quietFrom ?? '',
        hint: words.quietHint,
      }),
      textField({ id: 'quiet-to', name: 'quietTo', label: words.quietTo, value: wishes.quietTo ?? '' }),
      textField({
        id: 'digest-hours',
        name: 'digest',
        label: words.digest,
        value: wishes.digestHours.join(', '),
        hint: words.digestHint,
      }),
      html`<button type="submit">${chrome.save}</button>`,
    ]),
    words.lead,
  );
}
