import { inOffset, rfc822 } from '../calendar/calendar.ts';
import type { Outlet } from '../edition/edition.ts';
import { isoLanguage } from '../outlet/outlet.ts';
import { chromes } from '../page/chrome.ts';
import { escapeMarkup as safe } from '../page/escape.ts';
import { frontPage } from '../page/front.ts';
import type { LiveArticle } from '../server/issue.ts';

/** A feed's text and the media type it is served as, without charset. */
export interface FeedDocument {
  type: string;
  text: string;
}

/** The feed of an outlet in its format; a list page is its section page. */
export function feedOf(outlet: Outlet, articles: readonly LiveArticle[]): FeedDocument {
  switch (outlet.feed) {
    case 'rss':
      return { type: 'application/rss+xml', text: rss(outlet, articles) };
    case 'atom':
      return { type: 'application/atom+xml', text: atom(outlet, articles) };
    case 'rdf':
      return { type: 'application/rdf+xml', text: rdf(outlet, articles) };
    case 'json-feed':
      return { type: 'application/feed+json', text: jsonFeed(outlet, articles) };
    case 'news-sitemap':
      return { type: 'application/xml', text: newsSitemap(outlet, articles) };
    case 'list-page':
      return { type: 'text/html', text: frontPage(outlet, articles) };
  }
}

function declaration(outlet: Outlet): string {
  return `<?xml version="1.0" encoding="${outlet.charset}"?>\n`;
}

function summary(live: LiveArticle): string {
  const first = live.paragraphs[0] ?? '';
  return first.length > 220 ? `${first.slice(0, 220)}…` : first;
}

function rss(outlet: Outlet, articles: readonly LiveArticle[]): string {
  const items = articles.map(
    (live) => `<item><title>${safe(live.title)}</title><link>${safe(live.article.url)}</link>
<guid isPermaLink="false">${outlet.id}-${live.article.id}</guid>${live.article.byline === null ? '' : `<dc:creator>${safe(live.article.byline)}</dc:creator>`}
<pubDate>${rfc822(live.article.publishedAt, outlet.offset)}</pubDate><description><![CDATA[<p>${safe(summary(live))}</p>]]></description></item>`,
  );
  return `${declaration(outlet)}<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>${safe(outlet.name)}</title><link>${outlet.origin}/</link><description>${safe(chromes[outlet.tongue].invented)}</description>
<language>${isoLanguage(outlet.tongue)}</language>
${items.join('\n')}
</channel></rss>
`;
}

function atom(outlet: Outlet, articles: readonly LiveArticle[]): string {
  const entries = articles.map(
    (live) => `<entry><id>tag:${outlet.id},${live.article.id}</id><title>${safe(live.title)}</title>
<link rel="alternate" href="${safe(live.article.url)}"/><published>${inOffset(live.article.publishedAt, outlet.offset)}</published>
<updated>${inOffset(live.statedAt, outlet.offset)}</updated><summary>${safe(summary(live))}</summary></entry>`,
  );
  const newest = articles[0] ? inOffset(articles[0].statedAt, outlet.offset) : '1970-01-01T00:00:00Z';
  return `${declaration(outlet)}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${isoLanguage(outlet.tongue)}">
<id>${outlet.origin}/</id><title>${safe(outlet.name)}</title><subtitle>${safe(chromes[outlet.tongue].invented)}</subtitle>
<updated>${newest}</updated><author><name>${safe(outlet.name)}</name></author>
${entries.join('\n')}
</feed>
`;
}

function rdf(outlet: Outlet, articles: readonly LiveArticle[]): string {
  const lines = articles.map((live) => `<rdf:li rdf:resource="${safe(live.article.url)}"/>`);
  const items = articles.map(
    (
      live,
    ) => `<item rdf:about="${safe(live.article.url)}"><title>${safe(live.title)}</title><link>${safe(live.article.url)}</link>
<description>${safe(summary(live))}</description><dc:date>${inOffset(live.article.publishedAt, outlet.offset)}</dc:date></item>`,
  );
  return `${declaration(outlet)}<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="${outlet.origin}${outlet.feedPath}"><title>${safe(outlet.name)}</title><link>${outlet.origin}/</link>
<description>${safe(chromes[outlet.tongue].invented)}</description><dc:language>${isoLanguage(outlet.tongue)}</dc:language>
<items><rdf:Seq>${lines.join('')}</rdf:Seq></items></channel>
${items.join('\n')}
</rdf:RDF>
`;
}

function jsonFeed(outlet: Outlet, articles: readonly LiveArticle[]): string {
  const items = articles.map((live) => ({
    id: live.article.id,
    url: live.article.url,
    title: live.title,
    summary: summary(live),
    content_text: live.paragraphs.slice(0, 2).join('\n\n'),
    date_published: inOffset(live.article.publishedAt, outlet.offset),
    date_modified: inOffset(live.statedAt, outlet.offset),
    ...(live.article.byline === null ? {} : { authors: [{ name: live.article.byline }] }),
  }));
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: outlet.name,
    description: chromes[outlet.tongue].invented,
    language: isoLanguage(outlet.tongue),
    home_page_url: `${outlet.origin}/`,
    feed_url: outlet.origin + outlet.feedPath,
    items,
  };
  return `${JSON.stringify(feed, null, 1)}\n`;
}

function newsSitemap(outlet: Outlet, articles: readonly LiveArticle[]): string {
  const entries = articles.map(
    (live) => `<url><loc>${safe(live.article.url)}</loc><lastmod>${inOffset(live.statedAt, outlet.offset)}</lastmod>
<news:news><news:publication><news:name>${safe(outlet.name)}</news:name><news:language>${isoLanguage(outlet.tongue)}</news:language></news:publication>
<news:publication_date>${inOffset(live.article.publishedAt, outlet.offset)}</news:publication_date><news:title>${safe(live.title)}</news:title></news:news></url>`,
  );
  return `${declaration(outlet)}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
${entries.join('\n')}
</urlset>
`;
}
