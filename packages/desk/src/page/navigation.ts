import { type Command, may } from '@lamro/access';
import type { Words } from '@lamro/wording';
import { html } from 'hono/html';
import type { SignedView } from '../desk/view.ts';
import type { Html } from './parts.ts';

type PageName = keyof Words['chrome']['pages'];

/** Pages of the left column in the order of a working day, with the right that opens each. */
const PLACES: readonly { readonly page: PageName; readonly path: string; readonly right: Command | null }[] = [
  { page: 'today', path: '/', right: null },
  { page: 'stream', path: '/stream', right: 'press.read' },
  { page: 'flags', path: '/flags', right: 'flag.read' },
  { page: 'cases', path: '/cases', right: 'case.read' },
  { page: 'agency', path: '/agency', right: 'case.read' },
  { page: 'records', path: '/records', right: 'record.read' },
  { page: 'sources', path: '/sources', right: 'source.read' },
  { page: 'briefings', path: '/briefings', right: 'briefing.read' },
  { page: 'reports', path: '/reports', right: 'report.read' },
  { page: 'fairness', path: '/fairness', right: 'report.read' },
  { page: 'administration', path: '/administration', right: 'account.read' },
  { page: 'help', path: '/help', right: null },
];

/** The main navigation, with only the pages that this person may open. */
export function navigation(view: SignedView): Html {
  const { actor, words } = view;
  const target = { profile: actor.profile, agencies: actor.agency === null ? [] : [actor.agency] };
  const open = PLACES.filter(({ right }) => right === null || may(actor, right, target).allowed);
  return html`<nav class="places" aria-label="${words.chrome.navigation}"><ul>
    ${open.map(({ page, path }) => html`<li><a href="${path}"${isHere(view.path, path) ? html` aria-current="page"` : ''}>${words.chrome.pages[page]}</a></li>`)}
  </ul></nav>`;
}

function isHere(place: string, path: string): boolean {
  if (path === '/') return place === '/';
  // An article is part of the stream, whatever its own address.
  return place === path || place.startsWith(`${path}/`) || (path === '/stream' && place.startsWith('/articles/'));
}
