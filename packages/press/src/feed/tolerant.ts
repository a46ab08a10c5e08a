import type { Element } from 'domhandler';
import { attribute, child, children, descendants, parseXml, textOf } from '../markup/node.ts';
import { type DraftFeed, type DraftItem, emptyItem } from './draft.ts';
import { innerMarkup } from './inner-markup.ts';

const ITEM_NAMES = new Set(['item', 'entry']);

/** Reads anything that has items or entries in it, however broken the XML around them. Null where there is no feed at all. */
export function readTolerantly(xml: string, format: string): DraftFeed | null {
  const root = parseXml(xml);
  let head: Element | null = null;
  const items: DraftItem[] = [];
  for (const element of descendants(root)) {
    const name = local(element);
    if (head === null && (name === 'channel' || name === 'feed')) head = element;
    else if (ITEM_NAMES.has(name)) items.push(readItem(element));
  }
  if (head === null && items.length === 0) return null;
  return {
    title: head === null ? '' : titleOf(head),
    link: head === null ? '' : linkOf(head) || attribute(head, 'href'),
    language: head === null ? '' : first(head, ['language', 'dc:language']) || attribute(head, 'xml:lang'),
    format,
    items,
  };
}

function readItem(item: Element): DraftItem {
  const guid = named(item, ['guid'])[0];
  const source = named(item, ['source'])[0];
  const lastModified = attribute(item, 'lastmod');
  return {
    ...emptyItem(),
    id: first(item, ['id', 'atom:id', 'guid']) || attribute(item, 'rdf:about'),
    idIsLink: guid !== undefined && attribute(guid, 'ispermalink') !== 'false',
    title: titleOf(item),
    link: first(item, ['feedburner:origlink']) || linkOf(item) || attribute(item, 'href'),
    base: attribute(item, 'xml:base'),
    published:
      first(item, [
        'published',
        'atom:published',
        'pubdate',
        'dc:date',
        'issued',
        'date',
        'dcterms:created',
        'created',
      ]) || lastModified,
    updated: first(item, ['updated', 'atom:updated', 'dcterms:modified', 'modified']) || lastModified,
    author: authorOf(item),
    summary: first(item, ['summary', 'atom:summary', 'description', 'abstract', 'itunes:summary', 'media:description']),
    content: first(item, ['content:encoded', 'content', 'atom:content', 'xhtml:body', 'body']),
    categories: named(item, ['category', 'dc:subject', 'atom:category']).map(
      (category) =>
        written(category) ||
        attribute(category, 'label') ||
        attribute(category, 'term') ||
        attribute(category, 'value'),
    ),
    source:
      source === undefined
        ? null
        : { title: first(source, ['title']) || written(source), url: attribute(source, 'url') || linkOf(source) },
  };
}

function titleOf(element: Element): string {
  return first(element, ['title', 'atom:title', 'dc:title', 'media:title']);
}

function authorOf(item: Element): string {
  const names = named(item, ['author', 'dc:creator', 'atom:author', 'itunes:author']).map(
    (author) => first(author, ['name', 'atom:name']) || written(author),
  );
  return [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))].join(', ');
}

function linkOf(element: Element): string {
  const links = named(element, ['link', 'atom:link', 'url']);
  const usable = (link: Element) =>
    ['', 'alternate'].includes(attribute(link, 'rel')) && (attribute(link, 'href') !== '' || written(link) !== '');
  const link =
    links.find((each) => local(each) === 'link' && usable(each)) ??
    links.find(usable) ??
    links.find((each) => attribute(each, 'href') !== '');
  if (link === undefined) return '';
  return attribute(link, 'href') || written(link);
}

/** The text of the first of these children that has any, in the order of the names. */
function first(element: Element, names: readonly string[]): string {
  for (const name of names) {
    for (const each of named(element, [name])) {
      const found = written(each);
      if (found !== '') return found;
    }
  }
  return '';
}

/**
 * Children by name. A tag that was never closed swallows what follows it, so where no child bears the name the
 * swallowed ones one level further down count too.
 */
function named(element: Element, names: readonly string[]): Element[] {
  const direct = children(element).filter((each) => names.includes(each.name));
  if (direct.length > 0 || ITEM_NAMES.has(element.name) === false) return direct;
  return children(element)
    .filter((each) => !CONTAINERS.has(each.name))
    .flatMap((each) => children(each).filter((inner) => names.includes(inner.name)));
}

const CONTAINERS = new Set([
  'author',
  'source',
  'content',
  'summary',
  'description',
  'media:group',
  'media:content',
  'image',
]);

/** What an element carries: markup where it holds elements of XHTML, else its text. */
function written(element: Element): string {
  const markup =
    attribute(element, 'type') === 'xhtml' || child(element, 'div') !== null || child(element, 'p') !== null;
  return (markup ? innerMarkup(element) : textOf(element)).trim();
}

function local(element: Element): string {
  return element.name.includes(':') ? element.name.slice(element.name.lastIndexOf(':') + 1) : element.name;
}
