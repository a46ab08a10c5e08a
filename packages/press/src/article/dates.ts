import type { AnyNode, Element } from 'domhandler';
import { parseDate } from '../date/parse.ts';
import { attribute, textOf as elementText, isElement } from '../markup/node.ts';
import { collapse } from '../markup/plain.ts';
import { findArticle, textOf } from './json-ld.ts';
import type { Page } from './page.ts';

const PUBLISHED = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'og:pubdate',
  'article:published',
  'parsely-pub-date',
  'sailthru.date',
  'datepublished',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'publication_date',
  'published_time',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dcterms.date',
  'dc.date',
  'article.published',
  'article:post_date',
  'cxenseparse:recs:publishtime',
  'date',
  'displaydate',
  'rnews:datepublished',
  'bt:pubdate',
  'article_date_original',
  'apub:time',
  'weibo:article:create_at',
  'pdate',
  'its_publication',
  'og:release_date',
  'created',
  'article:create_at',
] as const;
const MODIFIED = [
  'article:modified_time',
  'og:updated_time',
  'og:modified_time',
  'article:modified',
  'datemodified',
  'lastmod',
  'last-modified',
  'dcterms.modified',
  'dc.date.modified',
  'revised',
  'article:updated_time',
  'modified',
  'article.updated',
] as const;
const PUBLISHED_LABEL =
  /publish|posted|pub-?date|entry-date|created|post-?date|date-?time|datetime|timestamp|article-?date|byline|dateline|ngay|(?:^|[\s_-])(?:time|date|meta)(?:$|[\s_-])/i;
const MODIFIED_LABEL = /modif|updat|edited|capnhat|cap-nhat/i;

export interface ArticleDates {
  readonly publishedAt: string | null;
  readonly modifiedAt: string | null;
}

/**
 * Times of publication and change: linked data, meta, microdata, then what the page shows nearest below its headline,
 * last the address. A time stated in UTC takes on the offset under which the page shows the same instant.
 */
export function readDates(page: Page, title: string, language: string, url: string): ArticleDates {
  const article = findArticle(page.linkedData);
  const read = (text: string) => parseDate(text, { language });
  const shown = shownDates(page, title, read);
  const publishedAt =
    read(textOf(article?.['datePublished'])) ??
    firstMeta(page, PUBLISHED, read) ??
    fromMicrodata(page, 'datepublished', read) ??
    read(textOf(page.linkedData.find((each) => each['datePublished'] !== undefined)?.['datePublished'])) ??
    shown.published[0] ??
    read(textOf(article?.['dateCreated'])) ??
    belowHeadline(page, title, read) ??
    fromAddress(url);
  const modifiedAt =
    read(textOf(article?.['dateModified'])) ??
    firstMeta(page, MODIFIED, read) ??
    fromMicrodata(page, 'datemodified', read) ??
    shown.modified[0] ??
    null;
  const published = publishedAt ?? modifiedAt;
  return { publishedAt: published === null ? null : withShownOffset(published, shown.published), modifiedAt };
}

/** The same instant with the offset the page shows it under, where it shows it. */
function withShownOffset(date: string, shown: readonly string[]): string {
  if (!date.endsWith('Z') && !date.endsWith('+00:00')) return date;
  const instant = Date.parse(date);
  return shown.find((other) => /[+-]\d\d:\d\d$/.test(other) && Math.abs(Date.parse(other) - instant) < 60_000) ?? date;
}

/** Dates of `time` elements and elements named for a date, those below the headline first, each in page order. */
function shownDates(page: Page, title: string, read: Read): { published: string[]; modified: string[] } {
  const heading = headlineOf(page, title);
  const from = heading === null ? -1 : (page.order.get(heading) ?? -1);
  const place = (element: Element) => {
    const at = page.order.get(element) ?? 0;
    return at > from ? at - from : 1e6 + at;
  };
  const found = { published: [] as string[], modified: [] as string[] };
  for (const element of [...page.times, ...page.labelled].sort((a, b) => place(a) - place(b)).slice(0, 60)) {
    const label = labelOf(element);
    if (element.name !== 'time' && !PUBLISHED_LABEL.test(label) && !MODIFIED_LABEL.test(label)) continue;
    const date = dateOf(element, read);
    if (date !== null) found[MODIFIED_LABEL.test(label) ? 'modified' : 'published'].push(date);
  }
  return found;
}

function dateOf(element: Element, read: Read): string | null {
  const stated =
    read(attribute(element, 'datetime')) ??
    read(attribute(element, 'content')) ??
    read(attribute(element, 'data-datetime'));
  if (stated !== null) return stated;
  const text = collapse(elementText(element));
  return text.length <= 150 ? read(text) : null;
}

function labelOf(element: Element): string {
  return `${attribute(element, 'class')} ${attribute(element, 'itemprop')} ${attribute(element, 'id')}`;
}

function headlineOf(page: Page, title: string): Element | null {
  return page.headings.find((heading) => collapse(elementText(heading)) === title) ?? page.headings[0] ?? null;
}

/** A date among the short lines that follow the headline, where nothing is named for one. */
function belowHeadline(page: Page, title: string, read: Read): string | null {
  let node: AnyNode | null = headlineOf(page, title);
  for (let lines = 0; node !== null && lines < 25; ) {
    node = nodeAfter(node);
    if (node?.type !== 'text') continue;
    const text = collapse(node.data);
    if (text === '') continue;
    lines++;
    const date = text.length <= 80 ? read(text) : null;
    if (date !== null) return date;
  }
  return null;
}

/** The next node in document order; what stands inside a headline, script or style is passed over. */
function nodeAfter(node: AnyNode): AnyNode | null {
  const skipped = isElement(node) && /^(?:h1|script|style)$/.test(node.name);
  if (!skipped && 'children' in node && node.children[0] !== undefined) return node.children[0];
  let up: AnyNode | null = node;
  while (up !== null && up.next === null) up = up.parent;
  return up?.next ?? null;
}

type Read = (text: string) => string | null;

function firstMeta(page: Page, names: readonly string[], read: Read): string | null {
  for (const name of names) {
    const found = read(page.meta.get(name) ?? '');
    if (found !== null) return found;
  }
  return null;
}

function fromMicrodata(page: Page, property: string, read: Read): string | null {
  for (const element of [...page.labelled, ...page.times]) {
    if (attribute(element, 'itemprop').toLowerCase() !== property) continue;
    const found = read(
      attribute(element, 'datetime') || attribute(element, 'content') || collapse(elementText(element)),
    );
    if (found !== null) return found;
  }
  return null;
}

/** Addresses like /2026/11/21/ or /20261121/ carry the day. */
function fromAddress(url: string): string | null {
  const path = URL.parse(url)?.pathname ?? '';
  const parted = /\/(20\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)/.exec(path);
  if (parted !== null) return parseDate(`${parted[1]}-${parted[2]}-${parted[3]}`);
  const compact = /[/_-](20\d{6})(?=[/_.-]|$)/.exec(path)?.[1];
  return compact === undefined ? null : parseDate(compact);
}
