import type { FlagListRow } from '@lamro/database';
import { countryName, formatShare, termOf } from '@lamro/wording';
import { html } from 'hono/html';
import type { View } from '../desk/view.ts';
import { badge, type Html, shortTime } from '../page/parts.ts';
import { flagBadge } from '../page/tone.ts';

/** One flag in a list: what the article says and what stands against it. */
export function flagRow(view: View, flag: FlagListRow): Html {
  const { words } = view;
  return html`<li class="item flagged" data-row data-flag="/flags/${flag.id}">
    <h3><a href="/flags/${flag.id}" lang="${flag.language}">${flag.title}</a></h3>
    <p class="meta"><strong>${flag.outlet}</strong> · ${countryName(flag.country, view.locale)} · ${shortTime(view, flag.openedAt)} · ${words.flags.score} ${formatShare(flag.score)}</p>
    ${flag.quote === null ? '' : html`<p class="versus"><q class="said" lang="${flag.language}">${flag.quote}</q>${flag.evidenceQuote === null ? '' : html` <q class="against">${flag.evidenceQuote}</q>`}</p>`}
    <p class="tags">${flagBadge(view, flag.state)}${flag.signalKind === null ? '' : badge(termOf(words.terms.signalKinds, flag.signalKind), 'danger')}${flag.verdictSuggestion === null ? '' : badge(`${words.flags.suggestion}: ${termOf(words.terms.verdicts, flag.verdictSuggestion)}`)}${flag.caseId === null ? '' : badge(words.flags.inCase, 'info')}</p>
  </li>`;
}
