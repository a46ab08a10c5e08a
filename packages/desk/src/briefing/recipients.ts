import type { BriefingLetterView, BriefingRecipientView } from '@lamro/database';
import { termOf } from '@lamro/wording';
import { html } from 'hono/html';
import { allowed } from '../desk/allow.ts';
import type { SignedView } from '../desk/view.ts';
import { postForm, textField } from '../page/field.ts';
import { badge, empty, type Html, section, table, time } from '../page/parts.ts';

/** Institutions that get each issued briefing by e-mail, with the forms that change the list. */
export function recipientSection(view: SignedView, recipients: readonly BriefingRecipientView[]): Html {
  const { briefings: words } = view.words;
  const mayChange = allowed(view.actor, 'briefing.address');
  return section(
    'recipients',
    words.recipients,
    html`${
      recipients.length === 0
        ? empty(words.noRecipients)
        : table(
            words.recipients,
            [words.institution, words.address, ...(mayChange ? [words.change] : [])],
            recipients.map(({ id, name, address }) => [
              name,
              address,
              ...(mayChange
                ? [
                    postForm(
                      view,
                      `/briefings/recipients/${id}/remove`,
                      html`<button class="quiet" type="submit" aria-label="${words.removeRecipient}: ${name}">${words.removeRecipient}</button>`,
                      'inline',
                    ),
                  ]
                : []),
            ]),
          )
    }${mayChange ? addForm(view) : ''}`,
    words.recipientsHint,
  );
}

function addForm(view: SignedView): Html {
  const { briefings: words } = view.words;
  return postForm(
    view,
    '/briefings/recipients',
    html`${textField({ id: 'recipient-name', name: 'name', label: words.institution, required: true })}
      ${textField({ id: 'recipient-address', name: 'address', label: words.address, type: 'email', required: true })}
      <div class="buttons"><button type="submit">${words.addRecipient}</button></div>`,
    'filters in-line',
  );
}

/** The letters with an issued briefing and how each went. */
export function letterSection(view: SignedView, letters: readonly BriefingLetterView[]): Html {
  const { briefings: words } = view.words;
  if (letters.length === 0) return section('letters', words.letters, empty(words.noLetters));
  return section(
    'letters',
    words.letters,
    table(
      words.letters,
      [words.institution, words.letterState, words.letterDetail, words.letterEnd],
      letters.map((letter) => [
        letter.recipient,
        badge(termOf(words.letterStates, letter.state), letter.state === 'delivered' ? 'ok' : 'info'),
        letter.detail ?? '',
        letter.finishedAt === null ? '' : time(view, letter.finishedAt),
      ]),
    ),
  );
}
