import type { SessionSummary } from '@lamro/access';
import type { DeliveryPreference } from '@lamro/database';
import { LOCALES, termOf } from '@lamro/wording';
import { html } from 'hono/html';
import { agencyName, type SignedView, THEMES } from '../desk/view.ts';
import { askFirst, hidden, postForm, selectField } from '../page/field.ts';
import { layout } from '../page/layout.ts';
import { badge, facts, type Html, section, table, time } from '../page/parts.ts';
import { noticeSection } from './notice-section.ts';
import { factorSection, passwordSection } from './security-page.ts';

const LOCALE_NAMES = { vi: 'Tiếng Việt', en: 'English' } as const;

export interface PreferencesContent {
  readonly sessions: readonly SessionSummary[];
  /** Token of the session by which the person looks at this page. */
  readonly here: string | null;
  readonly secondFactor: boolean;
  readonly wishes: DeliveryPreference;
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
      noticeSection(view, content.wishes),
      passwordSection(view),
      factorSection(view, content.secondFactor),
      section('sessions', words.preferences.sessions, sessionTable(view, content)),
    ],
  });
}

function sessionTable(view: SignedView, { sessions, here }: PreferencesContent): Html {
  const { words } = view;
  const end = words.preferences.endSession;
  return table(
    words.preferences.sessions,
    [words.administration.at, words.administration.object, ''],
    sessions.map((session) => [
      html`${time(view, session.createdAt)} ${session.token === here ? badge(words.preferences.thisSession, 'ok') : ''}`,
      [session.ipAddress, session.userAgent].filter((part) => part).join(' · '),
      askFirst(
        `${end}…`,
        words.ask.endSession,
        postForm(
          view,
          '/preferences/sessions/end',
          [hidden('session', session.id), html`<button type="submit" class="grave">${end}</button>`],
          'inline',
        ),
      ),
    ]),
  );
}
