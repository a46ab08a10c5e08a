import { absolute } from '../feed/draft.ts';
import { attribute, descendants, parseHtml, textOf } from '../markup/node.ts';
import { collapse } from '../markup/plain.ts';

export interface DiscoveredFeed {
  readonly url: string;
  readonly title: string | null;
  readonly kind: 'rss' | 'atom' | 'json' | 'sitemap' | 'unknown';
  /** `declared` by a link element; `linked` means an ordinary link that looks like a feed; `customary` is a usual place to try. */
  readonly basis: 'declared' | 'linked' | 'customary';
}

const KINDS: Readonly<Record<string, DiscoveredFeed['kind']>> = {
  'application/rss+xml': 'rss',
  'application/rdf+xml': 'rss',
  'application/atom+xml': 'atom',
  'application/feed+json': 'json',
  'application/json': 'json',
  'application/xml': 'unknown',
  'text/xml': 'unknown',
};

const CUSTOMARY = [
  '/rss',
  '/feed',
  '/rss.xml',
  '/feed.xml',
  '/atom.xml',
  '/rss/home.rss',
  '/rss/tin-moi-nhat.rss',
  '/news-sitemap.xml',
  '/sitemap-news.xml',
  '/sitemap.xml',
];

/**
 * Feeds that a home page names or links, best evidence first; where it names none, the places where feeds usually are.
 * Nothing is fetched: the caller tries them.
 */
export function discoverFeeds(html: string, url: string): DiscoveredFeed[] {
  const declared: DiscoveredFeed[] = [];
  const linked: DiscoveredFeed[] = [];
  let base = url;
  for (const element of descendants(parseHtml(html))) {
    if (element.name === 'base') base = absolute(attribute(element, 'href'), url) ?? base;
    const href = absolute(attribute(element, 'href'), base);
    if (href === null) continue;
    if (element.name === 'link') {
      const kind = KINDS[attribute(element, 'type').toLowerCase().split(';')[0]?.trim() ?? ''];
      const rel = attribute(element, 'rel').toLowerCase().split(/\s+/);
      if (rel.includes('sitemap')) declared.push(entry(href, attribute(element, 'title'), 'sitemap', 'declared'));
      else if (kind !== undefined && (rel.includes('alternate') || rel.includes('feed')) && !isOther(href, kind)) {
        declared.push(entry(href, attribute(element, 'title'), kind, 'declared'));
      }
    } else if (element.name === 'a' && looksLikeFeed(href))
      linked.push(entry(href, textOf(element), 'unknown', 'linked'));
  }
  const found = unique([...declared, ...linked]);
  return found.length > 0
    ? found
    : CUSTOMARY.flatMap((path) => {
        const place = absolute(path, url);
        return place === null ? [] : [entry(place, '', path.includes('sitemap') ? 'sitemap' : 'unknown', 'customary')];
      });
}

/** WordPress declares its JSON interface and oEmbed as alternates too. */
function isOther(href: string, kind: DiscoveredFeed['kind']): boolean {
  return (kind === 'json' && /wp-json|oembed|\/api\//.test(href)) || /oembed/.test(href);
}

function looksLikeFeed(href: string): boolean {
  const { pathname, search, hostname } = new URL(href);
  return (
    /(?:^|\/)(?:rss|feed|feeds|atom)(?:\/?$|\/[^/]{1,80}$)|\.(?:rss|rdf|atom)$|(?:rss|feed|atom)[^/]{0,40}\.xml$/i.test(
      pathname,
    ) ||
    /[?&](?:feed|format|type)=(?:rss|atom|rdf)/i.test(search) ||
    /^feeds\d?\./.test(hostname)
  );
}

function entry(
  url: string,
  title: string,
  kind: DiscoveredFeed['kind'],
  basis: DiscoveredFeed['basis'],
): DiscoveredFeed {
  const clean = collapse(title);
  return { url, title: clean === '' ? null : clean, kind, basis };
}

function unique(feeds: readonly DiscoveredFeed[]): DiscoveredFeed[] {
  const seen = new Set<string>();
  return feeds.filter((feed) => !seen.has(feed.url) && seen.add(feed.url));
}
