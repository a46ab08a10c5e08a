import type { SessionSummary } from '@lamro/access';
import { LOCALES, termOf } from '@lamro/wording';
import { html } from 'hono/html';
import { agencyName, type SignedView, THEMES } from '../desk/view.ts';
import { hidden, postForm, selectField } from '../page/field.ts';
import { layout } from '../page/layout.ts';
import { facts, type Html, section, table, time } from '../page/parts.ts';
import { factorSection, passwordSection } from './security-page.ts';

const LOCALE_NAMES = { vi: 'Tiếng Việt', en: 'English' } as const;

export interface PreferencesContent {
  readonly sessions: readonly SessionSummary[];
  readonly secondFactor: boolean;
  readonly status: string | null;
  readonly problem: string | null;
}

/** How pages look to this person, and where they are signed in. */
export function preferencesPage(view: SignedView, content: PreferencesContent): Html {
  const { words, actor } = view;
  const themes = { auto: words.chrome.themeAuto, light: words.chrome.themeLight, dark: words.chrome.themeDark };
  return layout(view, {
    title: words.preferences.title,
    status: content.status,
    problem: content.problem,
    body: [
      section(
        'account',
        words.preferences.account,
        facts([
          [words.administration.name, actor.name],
          [words.administration.role, termOf(words.terms.roles, actor.role)],
          [words.administration.agency, agencyName(view.profile, actor.agency)],
        ]),
      ),
      section(
        'display',
        words.preferences.display,
        postForm(view, '/preferences/display', [
          hidden('back', '/preferences'),
          selectField({
            id: 'language',
            name: 'language',
            label: words.chrome.language,
            value: view.locale,
            choices: LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] })),
          }),
          selectField({
            id: 'theme',
            name: 'theme',
            label: words.chrome.theme,
            value: view.theme,
            choices: THEMES.map((value) => ({ value, label: themes[value] })),
          }),
          html`<button type="submit">${words.chrome.save}</button>`,
        ]),
      ),
      passwordSection(view),
      factorSection(view, content.secondFactor),
      section('sessions', words.preferences.sessions, sessionTable(view, content.sessions)),
    ],
  });
}

function sessionTable(view: SignedView, sessions: readonly SessionSummary[]): Html {
  const { words } = view;
  return table(
    words.preferences.sessions,
    [words.administration.at, words.administration.object, ''],
    sessions.map((session) => [
      time(view, session.createdAt),
      [session.ipAddress, session.userAgent].filter((part) => part).join(' · '),
      postForm(
        view,
        '/preferences/sessions/end',
        [
          hidden('session', session.id),
          html`<button class="quiet" type="submit">${words.preferences.endSession}</button>`,
        ],
        'inline',
      ),
    ]),
  );
}
