import type { AccountRow } from '@lamro/database';
import { ROLES } from '@lamro/domain';
import { html } from 'hono/html';
import { agencyField } from '../case/form.ts';
import { allowed } from '../desk/allow.ts';
import { agencyName, type SignedView } from '../desk/view.ts';
import { askFirst, postForm, selectField, textField } from '../page/field.ts';
import { layout } from '../page/layout.ts';
import { badge, empty, type Html, section, table } from '../page/parts.ts';
import { tabs } from './tabs.ts';

/** Accounts of the province, and the invitation of another person. `link` is shown this once. */
export function accountsPage(view: SignedView, accounts: readonly AccountRow[], link: string | null): Html {
  const { administration: words, terms, sources } = view.words;
  const change = allowed(view.actor, 'account.change');
  return layout(view, {
    title: words.title,
    body: html`${tabs(view)}
    ${link === null ? '' : html`<p class="message ok" role="status">${words.inviteLink} <code>${link}</code></p>`}
    ${section(
      'accounts',
      words.accounts,
      accounts.length === 0
        ? empty(words.noAccounts)
        : table(
            words.accounts,
            [words.name, words.email, words.role, words.agency, words.secondFactor, ...(change ? [''] : [])],
            accounts.map((account) => [
              html`${account.name} ${account.disabledAt === null ? '' : badge(sources.disabled, 'warn')}`,
              account.email,
              terms.roles[account.role],
              agencyName(view.profile, account.agency),
              account.secondFactor ? badge(words.on, 'ok') : badge(words.off),
              ...(change ? [accountButtons(view, account)] : []),
            ]),
          ),
    )}
    ${change ? inviteSection(view) : ''}`,
  });
}

function accountButtons(view: SignedView, account: AccountRow): Html {
  const { administration: words } = view.words;
  const button = (change: 'enable' | 'unlock', label: string) =>
    postForm(
      view,
      `/administration/accounts/${account.id}/${change}`,
      html`<button class="quiet" type="submit" aria-label="${label}: ${account.name}">${label}</button>`,
      'inline',
    );
  // Nobody locks themselves out by a slip.
  const mine = account.id === view.actor.id;
  const ask = askFirst(
    `${words.disable}…`,
    view.words.ask.disable(account.name),
    postForm(
      view,
      `/administration/accounts/${account.id}/disable`,
      html`<button class="grave" type="submit">${words.disable}</button>`,
      'inline',
    ),
    `${words.disable}: ${account.name}`,
  );
  return html`${mine ? '' : account.disabledAt === null ? ask : button('enable', words.enable)} ${button('unlock', words.unlock)}`;
}

function inviteSection(view: SignedView): Html {
  const { administration: words, terms } = view.words;
  return section(
    'invite',
    words.invite,
    postForm(view, '/administration/invitations', [
      textField({ id: 'email', name: 'email', type: 'email', label: words.email, required: true }),
      textField({ id: 'name', name: 'name', label: words.name }),
      selectField({
        id: 'role',
        name: 'role',
        label: words.role,
        required: true,
        choices: ROLES.map((value) => ({ value, label: terms.roles[value] })),
      }),
      agencyField(view, { id: 'agency', name: 'agency', label: words.agency, value: '' }),
      html`<button type="submit">${words.inviteSubmit}</button>`,
    ]),
  );
}
