import type { Element } from 'domhandler';
import { parseDate } from '../date/parse.ts';
import { absolute } from '../feed/draft.ts';
import { FeedError } from '../feed/feed.ts';
import { isNestedTooDeep } from '../markup/nesting.ts';
import { children, descendants, parseXml, textOf } from '../markup/node.ts';
import { collapse, plainText } from '../markup/plain.ts';

export interface SitemapEntry {
  readonly url: string;
  readonly title: string | null;
  readonly publishedAt: string | null;
  readonly updatedAt: string | null;
  readonly language: string | null;
  /** The outlet as the news extension names it. */
  readonly outlet: string | null;
  readonly keywords: readonly string[];
}

export interface SitemapReference {
  readonly url: string;
  readonly updatedAt: string | null;
}

/** The protocol allows 50 MB uncompressed. */
const LARGEST = 50 * 1024 * 1024;

/**
 * Reads the pages of a sitemap, with the news extension where it is used.
 *
 * @throws {FeedError} when the text is no sitemap
 */
export function parseNewsSitemap(xml: string, url?: string): SitemapEntry[] {
  return elementsOf(xml, 'url', 'urlset').flatMap((entry) => {
    const values = valuesOf(entry);
    const location = absolute(values.get('loc') ?? '', url ?? null);
    if (location === null) return [];
    const language = orNull(values.get('language'))?.toLowerCase() ?? null;
    return [
      {
        url: location,
        title: orNull(plainText(values.get('title') ?? '')),
        publishedAt: parseDate(values.get('publication_date') ?? '', { language }),
        updatedAt: parseDate(values.get('lastmod') ?? '', { language }),
        language,
        outlet: orNull(values.get('name')),
        keywords: (values.get('keywords') ?? '')
          .split(',')
          .map(collapse)
          .filter((word) => word !== ''),
      },
    ];
  });
}

/**
 * Reads the sitemaps that a sitemap index names; newest first where it dates them.
 *
 * @throws {FeedError} when the text is no sitemap index
 */
export function parseSitemapIndex(xml: string, url?: string): SitemapReference[] {
  const found = elementsOf(xml, 'sitemap', 'sitemapindex').flatMap((entry) => {
    const values = valuesOf(entry);
    const location = absolute(values.get('loc') ?? '', url ?? null);
    return location === null ? [] : [{ url: location, updatedAt: parseDate(values.get('lastmod') ?? '') }];
  });
  return found.sort((a, b) => Date.parse(b.updatedAt ?? '1970-01-01') - Date.parse(a.updatedAt ?? '1970-01-01'));
}

/** Whether the text is an index of sitemaps and not a sitemap of pages. */
export function isSitemapIndex(xml: string): boolean {
  return /<(?:[a-z]{1,10}:)?sitemapindex[\s>]/i.test(xml.slice(0, 5000));
}

function elementsOf(xml: string, name: string, rootName: string): Element[] {
  if (xml.length > LARGEST) throw new FeedError('too-large');
  if (xml.trim() === '') throw new FeedError('empty');
  if (isNestedTooDeep(xml)) throw new FeedError('too-deep');
  let rooted = false;
  const found: Element[] = [];
  for (const element of descendants(parseXml(xml))) {
    const local = localName(element);
    if (local === rootName) rooted = true;
    else if (local === name && !element.name.startsWith('image:') && !element.name.startsWith('video:'))
      found.push(element);
  }
  if (!rooted && found.length === 0) throw new FeedError('not-a-feed', xml.slice(0, 200));
  return found;
}

/** Leaf values by local name, the first of each. */
function valuesOf(entry: Element): Map<string, string> {
  const values = new Map<string, string>();
  for (const element of descendants(entry)) {
    if (element.name.startsWith('image:') || element.name.startsWith('video:')) continue;
    if (children(element).length === 0 && !values.has(localName(element)))
      values.set(localName(element), collapse(textOf(element)));
  }
  return values;
}

function localName(element: Element): string {
  return element.name.slice(element.name.lastIndexOf(':') + 1);
}

function orNull(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : text;
}
