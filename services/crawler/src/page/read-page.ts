import type { ExtractedArticle, FetchedPage } from '@lamro/domain';
import { decodeBody, detectWall, extractArticle, nextPageUrl, type OutletRules, rulesFor } from '@lamro/press';
import type { Refusal } from './attempt.ts';

export interface ReadPage {
  readonly ok: true;
  readonly article: ExtractedArticle;
  /** Where the same article goes on, or null. */
  readonly nextUrl: string | null;
}

/** A page that carries no article. `final` when asking again cannot help. */
export interface UnreadPage {
  readonly ok: false;
  readonly refusal: Refusal;
  readonly final: 'gone' | 'quarantined' | null;
}

const LONGEST_TITLE = 1_000;
const LONGEST_TEXT = 1_000_000;
const LONGEST_NAME = 300;
const MOST_AUTHORS = 20;
const NO_PAGE = /^(?:image|audio|video|font)\/|^application\/(?!xhtml|xml|octet-stream|json|ld\+json|rss|atom)/i;
const BINARY = /^(?:%PDF-|PK\u0003\u0004|\u0089PNG|GIF8|\u00ff\u00d8\u00ff|\u001f\u008b|\u007fELF|MZ\u0090)/;

/** How one article's pages are read. */
export interface PageContext {
  /** Address that was asked for. */
  readonly requestedUrl: string;
  readonly rules: readonly OutletRules[];
  readonly languageHint: string;
}

/** Reads the article out of a page, or says why it holds none. Never throws for what the page holds. */
export function readPage(page: FetchedPage, context: PageContext): ReadPage | UnreadPage {
  const binary = binaryRefusal(page);
  if (binary !== null) return { ok: false, refusal: binary, final: 'quarantined' };
  if (movedToFront(page.url, context.requestedUrl)) return { ok: false, refusal: MOVED, final: 'gone' };
  const html = decodeBody(page.body, page.headers['content-type'] ?? null).text;
  const wall = detectWall(html);
  if (wall !== null) return unread(`${wall.kind}-wall`, `${wall.why}.`);
  const rules = rulesFor(context.rules, page.url);
  const article = bounded(extractArticle(html, { url: page.url, rules, languageHint: context.languageHint }));
  if (article.text === '') return unread('unreadable', 'Trang không có nội dung bài đọc được.');
  return { ok: true, article, nextUrl: nextPageUrl(html, page.url, rules) };
}

const MOVED: Refusal = {
  outcome: 'moved-to-front-page',
  detail: 'Địa chỉ bài chuyển về trang chủ: bài không còn ở đó.',
};

function unread(outcome: string, detail: string): UnreadPage {
  return { ok: false, refusal: { outcome, detail }, final: null };
}

function binaryRefusal(page: FetchedPage): Refusal | null {
  const type = page.headers['content-type'] ?? '';
  const head = Buffer.from(page.body.subarray(0, 8)).toString('latin1');
  if (!NO_PAGE.test(type.trim()) && !BINARY.test(head)) return null;
  return {
    outcome: 'not-a-page',
    detail: `Địa chỉ trả về tệp ${type.slice(0, 100) || 'nhị phân'}, không phải trang báo.`,
  };
}

/** Outlets send readers of a deleted article home; a page that was asked for at the root is no such case. */
function movedToFront(url: string, requested: string): boolean {
  const [at, asked] = [URL.parse(url), URL.parse(requested)];
  return at !== null && asked !== null && isRoot(at) && !isRoot(asked);
}

function isRoot(url: URL): boolean {
  return /^\/(?:index\.\w{2,5})?$/.test(url.pathname) && url.search === '';
}

/** What goes into the ledger has bounds: nothing that a page says may keep it from being stored. */
function bounded(article: ExtractedArticle): ExtractedArticle {
  return {
    ...article,
    title: printable(article.title, LONGEST_TITLE),
    text: printable(article.text, LONGEST_TEXT),
    byline: article.byline === null ? null : printable(article.byline, LONGEST_NAME),
    authors: article.authors.slice(0, MOST_AUTHORS).map((author) => printable(author, LONGEST_NAME)),
    publishedAt: instantOrNull(article.publishedAt),
    modifiedAt: instantOrNull(article.modifiedAt),
    siteName: article.siteName === null ? null : printable(article.siteName, LONGEST_NAME),
    leadImage: article.leadImage === null ? null : printable(article.leadImage, 2_048),
    leadCaption: article.leadCaption === null ? null : printable(article.leadCaption, LONGEST_TITLE),
  };
}

/** NUL and halves of surrogate pairs are what PostgreSQL's text and JSON cannot hold. */
function printable(text: string, longest: number): string {
  return text.replaceAll('\u0000', '').slice(0, longest).toWellFormed();
}

/** A time as it was printed, if it is one that a newspaper can have meant. Feeds and pages print dates in any form. */
export function instantOrNull(printed: string | null): string | null {
  if (printed === null || !/^\d{4}-\d{2}-\d{2}(?:T|$)/.test(printed) || Number.isNaN(Date.parse(printed))) return null;
  const year = Number(printed.slice(0, 4));
  return year >= 1900 && year <= 2100 ? printed : null;
}
