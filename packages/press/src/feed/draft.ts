import { createHash } from 'node:crypto';
import { parseDate } from '../date/parse.ts';
import { collapse, decodeEntities, plainText } from '../markup/plain.ts';
import type { Feed, FeedItem } from './feed.ts';

/** What either reader lifts out of an item, still as written. */
export interface DraftItem {
  id: string;
  /** Whether the id may serve as link (RSS guid without isPermaLink="false"). */
  idIsLink: boolean;
  title: string;
  link: string;
  /** xml:base in force, where the item or feed states one. */
  base: string;
  published: string;
  updated: string;
  author: string;
  summary: string;
  content: string;
  categories: string[];
  source: { title: string; url: string } | null;
}

export interface DraftFeed {
  title: string;
  link: string;
  language: string;
  format: string;
  items: DraftItem[];
}

export function emptyItem(): DraftItem {
  return {
    id: '',
    idIsLink: false,
    title: '',
    link: '',
    base: '',
    published: '',
    updated: '',
    author: '',
    summary: '',
    content: '',
    categories: [],
    source: null,
  };
}

/** Cleans a draft: text plain, links absolute, dates ISO, repeated categories once. */
export function finishFeed(draft: DraftFeed, feedUrl: string | null): Feed {
  const language = collapse(draft.language).toLowerCase();
  const link = absolute(draft.link, feedUrl);
  return {
    title: orNull(plainText(draft.title)),
    link,
    language: orNull(language),
    format: draft.format,
    items: draft.items.map((item) => finishItem(item, feedUrl ?? link, language.slice(0, 2))),
  };
}

function finishItem(draft: DraftItem, base: string | null, language: string): FeedItem {
  const title = plainText(draft.title);
  const guid = collapse(draft.id);
  const itemBase = absolute(draft.base, base) ?? base;
  const link =
    absolute(draft.link, itemBase) ?? (draft.idIsLink && /^https?:\/\//i.test(guid) ? absolute(guid, itemBase) : null);
  const publishedAt = parseDate(draft.published, { language });
  const updatedAt = parseDate(draft.updated, { language });
  const summary = orNull(plainText(draft.summary));
  const content = draft.content !== '' ? draft.content : /<[a-z]/i.test(draft.summary) ? draft.summary : '';
  const item: FeedItem = {
    id: guid || link || digest(`${title}\n${publishedAt ?? ''}\n${summary ?? ''}`),
    title,
    link,
    publishedAt: publishedAt ?? updatedAt,
    updatedAt,
    author: orNull(plainText(draft.author)),
    summary,
    content: orNull(content.trim().normalize('NFC')),
    categories: [...new Set(draft.categories.map(plainText).filter((category) => category !== ''))],
  };
  const outlet = draft.source === null ? '' : plainText(draft.source.title);
  return outlet === '' ? item : { ...item, source: { title: outlet, url: absolute(draft.source?.url ?? '', base) } };
}

/** An absolute http(s) address, or null. */
export function absolute(href: string, base: string | null): string | null {
  const trimmed = decodeEntities(href)
    .replace(/[\t\n\r]/g, '')
    .trim();
  if (trimmed === '') return null;
  const url = URL.parse(trimmed, base ?? undefined);
  return url !== null && (url.protocol === 'http:' || url.protocol === 'https:') ? url.href : null;
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}

function digest(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;
}
