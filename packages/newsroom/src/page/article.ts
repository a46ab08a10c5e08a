import { inOffset, printedTime } from '../calendar/calendar.ts';
import type { Outlet } from '../edition/edition.ts';
import type { LiveArticle } from '../server/issue.ts';
import { chromes } from './chrome.ts';
import { escapeMarkup as safe } from './escape.ts';
import { framePage } from './frame.ts';

/** The page of one article in its outlet's skin, with related links to `others`. */
export function articlePage(outlet: Outlet, live: LiveArticle, others: readonly LiveArticle[]): string {
  const parts = {
    title: safe(live.title),
    byline: live.article.byline === null ? '' : safe(live.article.byline),
    moment: safe(inOffset(live.article.publishedAt, outlet.offset)),
    time: safe(printedTime(live.article.publishedAt, outlet.offset, outlet.tongue)),
    text: textOf(outlet, live),
    related: relatedList(outlet, live, others),
  };
  return framePage(outlet, live.title, headOf(outlet, live), bodyOf(outlet, parts));
}

interface Parts {
  title: string;
  byline: string;
  /** The published time for machines, and as readers see it. */
  moment: string;
  time: string;
  text: string;
  related: string;
}

function textOf(outlet: Outlet, live: LiveArticle): string {
  const note =
    live.note === null
      ? ''
      : `<p class="correction"><strong>${safe(chromes[outlet.tongue].corrected)}:</strong> ${safe(live.note)}</p>\n`;
  const paragraphs = live.paragraphs.map((paragraph) => `<p>${safe(paragraph)}</p>`);
  if (paragraphs.length > 3 && outlet.skin !== 'plain') {
    paragraphs.splice(2, 0, `<aside class="ad" aria-label="ad">${safe(chromes[outlet.tongue].advertisement)}</aside>`);
  }
  return note + paragraphs.join('\n');
}

function relatedList(outlet: Outlet, live: LiveArticle, others: readonly LiveArticle[]): string {
  const links = others
    .filter((other) => other.article.id !== live.article.id)
    .slice(0, 4)
    .map((other) => `<li><a href="${safe(other.article.path)}">${safe(other.title)}</a></li>`);
  return `<section class="related"><h3>${safe(chromes[outlet.tongue].related)}</h3><ul>${links.join('')}</ul></section>`;
}

function bodyOf(outlet: Outlet, parts: Parts): string {
  const { title, byline, moment, time, text, related } = parts;
  switch (outlet.skin) {
    case 'classic':
      return `<main><article class="detail"><h1 class="title-detail">${title}</h1>
<p class="meta"><span class="author">${byline}</span> <time datetime="${moment}">${time}</time></p>
<div class="fck_detail">${text}</div></article>${related}${comments(outlet)}</main>`;
    case 'cards':
      return `<div class="container"><div class="content-left"><h1 itemprop="headline">${title}</h1>
<div class="info"><span itemprop="author">${byline}</span><span class="date">${time}</span></div>
<div itemprop="articleBody" class="article-body">${text}</div></div><aside class="sidebar">${related}</aside></div>`;
    case 'plain':
      return `<main id="content"><h1>${title}</h1><p class="byline">${byline} | ${time}</p>\n${text}\n${related}</main>`;
    case 'table':
      return `<table width="100%"><tr><td valign="top" class="left">${related}</td><td valign="top" class="text">
<h1>${title}</h1><div class="source">${time} ${byline}</div><div id="zoom">${text}</div></td></tr></table>`;
    case 'app':
      return `<main><section data-component="story"><header><h1 data-testid="headline">${title}</h1>
<address rel="author">${byline}</address><time datetime="${moment}">${time}</time></header>
<div data-component="text-block">${text}</div></section>${comments(outlet)}<aside>${related}</aside></main>`;
  }
}

function comments(outlet: Outlet): string {
  const chrome = chromes[outlet.tongue];
  const items = chrome.remarks.map(
    (remark, index) => `<div class="comment"><b>#${index + 1}</b><p>${safe(remark)}</p></div>`,
  );
  return `<section id="comments"><h3>${safe(chrome.comments)} (${items.length})</h3>${items.join('')}</section>`;
}

function headOf(outlet: Outlet, live: LiveArticle): string {
  const published = inOffset(live.article.publishedAt, outlet.offset);
  const modified = inOffset(live.statedAt, outlet.offset);
  const canonical = `<link rel="canonical" href="${safe(live.article.url)}">`;
  if (outlet.skin === 'classic' || outlet.skin === 'app') {
    const data = {
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline: live.title,
      datePublished: published,
      dateModified: modified,
      author: live.article.byline === null ? undefined : { '@type': 'Person', name: live.article.byline },
      publisher: { '@type': 'Organization', name: outlet.name },
      mainEntityOfPage: live.article.url,
    };
    return `${canonical}<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;
  }
  if (outlet.skin === 'table') return `<meta name="pubdate" content="${published}">`;
  return `${canonical}<meta property="og:title" content="${safe(live.title)}"><meta property="og:site_name" content="${safe(outlet.name)}">
<meta property="article:published_time" content="${published}"><meta property="article:modified_time" content="${modified}">`;
}
