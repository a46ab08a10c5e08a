import { inOffset, printedTime } from '../calendar/calendar.ts';
import type { Outlet } from '../edition/edition.ts';
import type { LiveArticle } from '../server/issue.ts';
import { chromes } from './chrome.ts';
import { escapeMarkup as safe } from './escape.ts';
import { framePage } from './frame.ts';

/** The front page or section page of an outlet: its articles as a list of links with time and first words. */
export function frontPage(outlet: Outlet, articles: readonly LiveArticle[]): string {
  const items = articles.map((live) => {
    const lead = (live.paragraphs[0] ?? '').slice(0, 140);
    const time = inOffset(live.article.publishedAt, outlet.offset);
    return `<li class="item-news"><h2><a href="${safe(live.article.path)}">${safe(live.title)}</a></h2>
<time datetime="${time}">${printedTime(live.article.publishedAt, outlet.offset, outlet.tongue)}</time><p>${safe(lead)}…</p></li>`;
  });
  const heading = chromes[outlet.tongue].sections[0] ?? outlet.name;
  return framePage(
    outlet,
    heading,
    '',
    `<main><h1>${safe(heading)}</h1><ul class="list-news">${items.join('\n')}</ul></main>`,
  );
}

/** The page that stands where an article was, for 404 and 410. */
export function missingPage(outlet: Outlet): string {
  const text = chromes[outlet.tongue].gone;
  return framePage(outlet, text, '', `<main><h1>${safe(text)}</h1></main>`);
}
