import type { TellingView } from '@lamro/database';
import { countryName, formatDay, languageName } from '@lamro/wording';
import { html } from 'hono/html';
import type { SignedView } from '../desk/view.ts';
import { badge, empty, type Html, shortTime } from '../page/parts.ts';
import { flagBadge } from '../page/tone.ts';
import type { ArticleContent } from './page.ts';

interface Stop {
  readonly at: Date;
  readonly telling: TellingView | null;
}

/** The tellings of a story by the day and hour they came, this article among them. */
export function timeline(view: SignedView, content: ArticleContent): Html {
  const { article, version, tellings } = content;
  if (tellings.length === 0) return empty(view.words.article.noTellings);
  const here: Stop = { at: version?.publishedAt ?? article.firstSeenAt, telling: null };
  const stops = [...tellings.map((telling): Stop => ({ at: telling.at, telling })), here].sort(
    (a, b) => a.at.getTime() - b.at.getTime(),
  );
  const days = [...Map.groupBy(stops, ({ at }) => formatDay(at, view.locale))];
  return html`<ol class="story-days">${days.map(
    ([day, group]) =>
      html`<li><h3>${day}</h3><ol class="timeline">${group.map((stop) => stopLine(view, content, stop, stop === stops[0]))}</ol></li>`,
  )}</ol>`;
}

function stopLine(view: SignedView, { article }: ArticleContent, { at, telling }: Stop, first: boolean): Html {
  const words = view.words.timeline;
  const mark = first ? badge(words.first, 'info') : html``;
  if (telling === null)
    return html`<li aria-current="true">${shortTime(view, at)} <strong>${article.outlet}</strong> ${badge(words.here, 'ok')} ${mark}</li>`;
  return html`<li>${shortTime(view, at)} <a href="/articles/${telling.articleId}" lang="${telling.language}">${telling.title}</a>
      <small>${telling.outlet} · ${countryName(telling.country, view.locale)} · ${languageName(telling.language, view.locale)}</small>
      ${mark}${telling.duplicateOf === null ? '' : badge(view.words.article.duplicate)}${telling.flagState === null ? '' : flagBadge(view, telling.flagState)}</li>`;
}
