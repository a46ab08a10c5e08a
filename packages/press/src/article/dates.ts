import { parseDate } from '../date/parse.ts';
import { attribute, textOf as elementText } from '../markup/node.ts';
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
  'dcsext.articlefirstpublished',
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
  /publish|posted|pub-?date|entry-date|created|post-?date|date-?time|datetime|timestamp|article-?date|byline|dateline|ngay|\btime\b|\bdate\b|meta/i;
const MODIFIED_LABEL = /modif|updat|edited|capnhat|cap-nhat/i;

export interface ArticleDates {
  readonly publishedAt: string | null;
  readonly modifiedAt: string | null;
}

/** Times of publication and change: linked data, meta, `time` elements, labelled text, the address, in this order. */
export function readDates(page: Page, language: string, url: string): ArticleDates {
  const article = findArticle(page.linkedData);
  const read = (text: string) => parseDate(text, { language });
  const publishedAt =
    read(textOf(article?.['datePublished'])) ??
    firstMeta(page, PUBLISHED, read) ??
    fromMicrodata(page, 'datepublished', read) ??
    read(textOf(page.linkedData.find((each) => each['datePublished'] !== undefined)?.['datePublished'])) ??
    fromTimes(page, false, read) ??
    read(textOf(article?.['dateCreated'])) ??
    fromLabels(page, read) ??
    fromAddress(url);
  const modifiedAt =
    read(textOf(article?.['dateModified'])) ??
    firstMeta(page, MODIFIED, read) ??
    fromMicrodata(page, 'datemodified', read) ??
    fromTimes(page, true, read);
  return { publishedAt: publishedAt ?? modifiedAt, modifiedAt };
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

function fromTimes(page: Page, modified: boolean, read: Read): string | null {
  for (const element of page.times) {
    const label = `${attribute(element, 'class')} ${attribute(element, 'itemprop')} ${attribute(element, 'id')}`;
    if (MODIFIED_LABEL.test(label) !== modified) continue;
    const found = read(attribute(element, 'datetime')) ?? read(collapse(elementText(element)));
    if (found !== null) return found;
  }
  return null;
}

function fromLabels(page: Page, read: Read): string | null {
  for (const element of page.labelled) {
    const label = `${attribute(element, 'class')} ${attribute(element, 'id')} ${attribute(element, 'itemprop')}`;
    if (!PUBLISHED_LABEL.test(label) || MODIFIED_LABEL.test(label)) continue;
    const text = collapse(elementText(element));
    if (text.length > 150) continue;
    const found = read(attribute(element, 'content')) ?? read(attribute(element, 'data-datetime')) ?? read(text);
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
