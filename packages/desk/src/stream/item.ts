import type { FoundRow, ItemRow } from '@lamro/database';
import { sectorScoreSchema } from '@lamro/domain';
import { countryName, formatNumber, languageName, termOf } from '@lamro/wording';
import { html } from 'hono/html';
import { z } from 'zod';
import type { SignedView } from '../desk/view.ts';
import { badge, type Html, shortTime } from '../page/parts.ts';
import { flagBadge } from '../page/tone.ts';
import { pickBox } from './bulk-form.ts';

const sectorScores = z.array(sectorScoreSchema).catch([]);
const MOST_SECTORS = 2;

/** One item of the stream. `passage` stands in place of the summary where the item was searched for. */
export function itemCard(
  view: SignedView,
  item: ItemRow | FoundRow,
  { passage, pick = false }: { readonly passage?: Html; readonly pick?: boolean } = {},
): Html {
  const { words } = view;
  return html`<li class="item${item.flagId === null ? '' : ' flagged'}${item.unread ? ' unread' : ''}" data-row${item.flagId === null ? '' : html` data-flag="/flags/${item.flagId}"`}>${pick ? pickBox(view, item.id, item.title) : ''}
    <h3><a href="/articles/${item.id}" lang="${item.language}">${item.title}</a>${item.unread ? html` <span class="dot" role="img" aria-label="${words.stream.unreadMark}" title="${words.stream.unreadMark}"></span>` : ''}</h3>
    <p class="meta"><strong>${item.outlet}</strong> · ${countryName(item.country, view.locale)} · ${languageName(item.language, view.locale)}
      · ${shortTime(view, item.publishedAt ?? item.firstSeenAt)}${item.copies > 0 ? html` · ${words.stream.copies(formatNumber(item.copies, view.locale))}` : ''}</p>
    <p class="summary" lang="${item.language}">${passage ?? item.summary}</p>
    <p class="tags">${'exact' in item && !item.exact ? badge(words.stream.toneless, 'info') : ''}${flagTags(view, item)}${sectorTags(view, item)}${item.copies > 0 && item.storyId !== null ? html`<a href="/stream?story=${item.storyId}">${words.stream.sameStory}</a>` : ''}</p>
  </li>`;
}

function flagTags(view: SignedView, item: ItemRow): Html {
  if (item.flagId === null || item.flagState === null) return html``;
  return html`${flagBadge(view, item.flagState)}${item.signalKind === null ? '' : badge(termOf(view.words.terms.signalKinds, item.signalKind), 'danger')}`;
}

function sectorTags(view: SignedView, item: ItemRow): readonly Html[] {
  return sectorScores
    .parse(item.sectors)
    .slice(0, MOST_SECTORS)
    .map((sector) => badge(termOf(view.words.terms.sectors, sector.id)));
}
