import { html } from 'hono/html';
import type { View } from '../desk/view.ts';
import { hidden, postForm, textField } from '../page/field.ts';
import { plainLayout } from '../page/layout.ts';
import type { Html } from '../page/parts.ts';

/** The page that an invitation link opens. */
export function invitationPage(
  view: View,
  form: { token: string; email?: string; name?: string; problem?: string },
): Html {
  const { signIn } = view.words;
  return plainLayout(view, {
    title: signIn.inviteTitle,
    problem: form.problem ?? null,
    body: html`<p>${signIn.inviteLead}</p>${postForm(view, '/invitation', [
      hidden('invitation', form.token),
      textField({ id: 'name', name: 'name', label: signIn.name, autocomplete: 'name', value: form.name ?? '' }),
      textField({
        id: 'email',
        name: 'email',
        type: 'email',
        label: signIn.email,
        hint: signIn.emailIfAsked,
        autocomplete: 'username',
        value: form.email ?? '',
      }),
      passwordField(signIn.password, signIn.passwordHint),
      html`<button type="submit">${signIn.inviteSubmit}</button>`,
    ])}`,
  });
}

/** The page that asks to which address a reset link is sent; its answer is the same for every address. */
export function askResetPage(view: View, sent: boolean): Html {
  const { signIn } = view.words;
  return plainLayout(view, {
    title: signIn.resetTitle,
    status: sent ? signIn.resetSent : null,
    body: postForm(view, '/reset-password', [
      textField({
        id: 'email',
        name: 'email',
        type: 'email',
        label: signIn.email,
        required: true,
        autocomplete: 'username',
      }),
      html`<button type="submit">${signIn.resetAsk}</button>`,
    ]),
  });
}

/** The page that a reset link opens. */
export function newPasswordPage(view: View, form: { token: string; refused: boolean }): Html {
  const { signIn } = view.words;
  return plainLayout(view, {
    title: signIn.resetTitle,
    problem: form.refused ? signIn.resetRefused : null,
    body: postForm(view, '/reset-password/new', [
      hidden('reset', form.token),
      passwordField(signIn.resetNew, signIn.passwordHint),
      html`<button type="submit">${signIn.resetSubmit}</button>`,
    ]),
  });
}

function passwordField(label: string, hint: string): Html {
  return textField({
    id: 'password',
    name: 'password',
    type: 'password',
    label,
    hint,
    required: true,
    autocomplete: 'new-password',
  });
}
