import { html } from 'hono/html';
import type { View } from '../desk/view.ts';
import { pathWith } from '../page/address.ts';
import { hidden, postForm, textField } from '../page/field.ts';
import { plainLayout } from '../page/layout.ts';
import type { Html } from '../page/parts.ts';

/** The page that asks for address and password. */
export function signInPage(
  view: View,
  form: { back: string; email?: string; problem?: string; status?: string | null; office?: boolean },
): Html {
  const { signIn } = view.words;
  return plainLayout(view, {
    title: signIn.title,
    status: form.status ?? null,
    problem: form.problem ?? null,
    body: html`${form.office ? officeLink(view, form.back) : ''}${postForm(view, '/sign-in', [
      hidden('back', form.back),
      textField({
        id: 'email',
        name: 'email',
        type: 'email',
        label: signIn.email,
        required: true,
        autocomplete: 'username',
        value: form.email ?? '',
      }),
      textField({
        id: 'password',
        name: 'password',
        type: 'password',
        label: signIn.password,
        required: true,
        autocomplete: 'current-password',
      }),
      html`<div class="buttons"><button type="submit">${signIn.submit}</button><a href="/reset-password">${signIn.forgot}</a></div>`,
    ])}
    ${
      view.sampleAccountsFile === null
        ? html`<p class="note">${signIn.firstHint}</p>`
        : html`<div class="note"><p><strong>${signIn.sampleTitle}</strong></p><p>${signIn.sampleHint(view.sampleAccountsFile)}</p></div>`
    }`,
  });
}

/** The way in by the office's own provider: a link, for forms of ours may lead to no other site. */
function officeLink(view: View, back: string): Html {
  const { signIn } = view.words;
  return html`<p><a class="button wide" href="${pathWith('/sign-in/office', { back })}">${signIn.office}</a></p><p class="divide">${signIn.officeOr}</p>`;
}

/** The page that asks for the six digits of the second factor. */
export function codePage(view: View, form: { back: string; problem?: string }): Html {
  const { signIn } = view.words;
  return plainLayout(view, {
    title: signIn.codeTitle,
    problem: form.problem ?? null,
    body: postForm(view, '/sign-in/code', [
      hidden('back', form.back),
      textField({
        id: 'code',
        name: 'code',
        label: signIn.code,
        hint: signIn.codeHint,
        required: true,
        autocomplete: 'one-time-code',
      }),
      html`<button type="submit">${signIn.codeSubmit}</button>`,
    ]),
  });
}
