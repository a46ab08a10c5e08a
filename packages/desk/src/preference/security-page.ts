import { html } from 'hono/html';
import type { SignedView } from '../desk/view.ts';
import { postForm, textField } from '../page/field.ts';
import { layout } from '../page/layout.ts';
import { badge, type Html, section } from '../page/parts.ts';

/** Changing one's password. */
export function passwordSection(view: SignedView): Html {
  const { preferences: words, signIn } = view.words;
  return section(
    'password',
    words.passwordTitle,
    postForm(view, '/preferences/password', [
      password('current', 'current', words.current, 'current-password'),
      password('next', 'next', words.next, 'new-password', signIn.passwordHint),
      html`<button type="submit">${words.change}</button>`,
    ]),
  );
}

/** The second factor: on or off, each change asked for with the password. */
export function factorSection(view: SignedView, enabled: boolean): Html {
  const { preferences: words, administration } = view.words;
  const action = enabled ? '/preferences/second-factor/remove' : '/preferences/second-factor';
  return section(
    'factor',
    words.factorTitle,
    html`<p>${enabled ? badge(administration.on, 'ok') : badge(administration.off)} ${enabled ? words.factorOn : words.factorOff}</p>
    ${postForm(view, action, [
      password('factor-password', 'password', words.current, 'current-password'),
      html`<button type="submit" class="${enabled ? 'grave' : ''}">${enabled ? words.factorStop : words.factorStart}</button>`,
    ])}`,
  );
}

/** The key and the backup codes, shown once, and the field for the first code. `enrolment` is null after a wrong code. */
export function enrolmentPage(
  view: SignedView,
  enrolment: { readonly uri: string; readonly backupCodes: readonly string[] } | null,
  problem: string | null,
): Html {
  const { preferences: words } = view.words;
  const key = enrolment === null ? null : new URL(enrolment.uri).searchParams.get('secret');
  return layout(view, {
    title: words.factorTitle,
    problem,
    body: html`<div class="panel">${
      enrolment === null
        ? ''
        : html`<p>${words.factorKey} <code>${key}</code></p>
      <p><a href="${enrolment.uri}">${words.factorLink}</a></p>
      <p>${words.factorBackup}</p><ul>${enrolment.backupCodes.map((code) => html`<li><code>${code}</code></li>`)}</ul>`
    }
    ${postForm(view, '/preferences/second-factor/confirm', [
      textField({
        id: 'code',
        name: 'code',
        label: words.factorConfirm,
        required: true,
        autocomplete: 'one-time-code',
      }),
      html`<button type="submit">${words.factorConfirmSubmit}</button>`,
    ])}</div>`,
  });
}

function password(id: string, name: string, label: string, autocomplete: string, hint?: string): Html {
  return textField({
    id,
    name,
    type: 'password',
    label,
    required: true,
    autocomplete,
    ...(hint === undefined ? {} : { hint }),
  });
}
