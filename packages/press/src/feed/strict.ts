import RssParser from 'rss-parser';
import { type DraftFeed, type DraftItem, emptyItem } from './draft.ts';

/**
 * rss-parser derives snippets with expressions that take quadratic time on hostile text and refuses a whole feed for one
 * bad date. Renaming these elements before it looks keeps both away from foreign text; we read them ourselves.
 */
const OWN = 'own-';
const RENAMED = new Set([
  'description',
  'content',
  'content:encoded',
  'summary',
  'published',
  'updated',
  'pubDate',
  'dc:date',
  'title',
  'id',
  'guid',
  'author',
  'category',
]);
const ITEM_FIELDS = [
  ...[...RENAMED].map((name) => `${OWN}${name}`),
  'link',
  'dc:creator',
  'dcterms:modified',
  'atom:updated',
  'dc:subject',
  'feedburner:origLink',
  'source',
  'atom:link',
  'rdf:about',
  'modified',
  'issued',
  '$',
  'dc:title',
  'keywords',
];
const FEED_FIELDS = ['own-title', 'language', 'dc:language', '$'];

interface XmlObject {
  readonly [name: string]: unknown;
}

/** Reads a well-formed feed through rss-parser. @throws whatever rss-parser throws: the caller then reads tolerantly. */
export async function readStrictly(xml: string, format: string): Promise<DraftFeed> {
  const keep = { keepArray: true };
  const parser = new RssParser<XmlObject, XmlObject>({
    defaultRSS: 2,
    customFields: {
      item: ITEM_FIELDS.map((name) => [name, name, keep]),
      feed: FEED_FIELDS,
    },
    xml2js: { tagNameProcessors: [(name: string) => (RENAMED.has(name) ? `${OWN}${name}` : name)] },
  });
  const parsed: unknown = await parser.parseString(xml);
  const feed = asObject(parsed);
  const items = Array.isArray(feed['items']) ? feed['items'] : [];
  return {
    title: text(feed['own-title']),
    link: linkOf(feed['link']),
    language: text(feed['language']) || text(feed['dc:language']) || attributeOf(feed['$'], 'xml:lang'),
    format,
    items: items.map((item: unknown) => readItem(asObject(item))),
  };
}

function readItem(item: XmlObject): DraftItem {
  const guid = firstOf(item['own-guid']);
  const source = firstOf(item['source']);
  return {
    ...emptyItem(),
    id: text(item['own-id']) || text(guid) || attributeOf(item['$'], 'rdf:about'),
    idIsLink: guid !== undefined && attributeOf(attributes(guid), 'isPermaLink') !== 'false',
    title: text(item['own-title']) || text(item['dc:title']),
    link: text(item['feedburner:origLink']) || linkOf(item['link']) || linkOf(item['atom:link']),
    base: attributeOf(item['$'], 'xml:base'),
    published: firstText(item, ['own-published', 'own-pubDate', 'own-dc:date', 'issued']),
    updated: firstText(item, ['own-updated', 'atom:updated', 'dcterms:modified', 'modified']),
    author: authorOf(item),
    summary: firstText(item, ['own-summary', 'own-description']),
    content: firstText(item, ['own-content:encoded', 'own-content']),
    categories: [...categoriesOf(item['own-category']), ...categoriesOf(item['dc:subject'])],
    source: source === undefined ? null : { title: text(source), url: attributeOf(attributes(source), 'url') },
  };
}

function authorOf(item: XmlObject): string {
  const authors = list(item['own-author']).map((author) => text(asObject(author)['name']) || text(author));
  const creators = list(item['dc:creator']).map(text);
  return [...new Set([...creators, ...authors].filter((name) => name !== ''))].join(', ');
}

/** An RSS link is text; an Atom link is an attribute, the alternate one of several. */
function linkOf(value: unknown): string {
  const links = list(value);
  const alternate = links.find((link) => ['', 'alternate'].includes(attributeOf(attributes(link), 'rel'))) ?? links[0];
  return attributeOf(attributes(alternate), 'href') || text(links.find((link) => text(link).trim() !== ''));
}

function categoriesOf(value: unknown): string[] {
  return list(value).map(
    (category) =>
      text(category) || attributeOf(attributes(category), 'label') || attributeOf(attributes(category), 'term'),
  );
}

function firstText(item: XmlObject, names: readonly string[]): string {
  for (const name of names) {
    const found = text(item[name]);
    if (found.trim() !== '') return found;
  }
  return '';
}

function asObject(value: unknown): XmlObject {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}

function firstOf(value: unknown): unknown {
  return list(value)[0];
}

function text(value: unknown): string {
  const first = firstOf(value);
  if (typeof first === 'string') return first;
  const inner = asObject(first)['_'];
  return typeof inner === 'string' ? inner : '';
}

function attributes(value: unknown): unknown {
  return asObject(value)['$'];
}

function attributeOf(value: unknown, name: string): string {
  const found = asObject(value)[name];
  return typeof found === 'string' ? found : '';
}
