import type { ExtractedArticle } from '@lamro/domain';
import { load } from 'cheerio/slim';
import { canonicaliseUrl } from '../address/canonicalise.ts';
import { absolute } from '../feed/draft.ts';
import { isNestedTooDeep } from '../markup/nesting.ts';
import { attribute, descendants, isElement, parseHtml, textOf } from '../markup/node.ts';
import { collapse } from '../markup/plain.ts';
import { withoutUnread } from '../markup/unread.ts';
import type { OutletRules } from './rules.ts';

const NEXT_WORDS =
  /^(?:next(?: page)?|trang (?:sau|tiếp|kế)|tiếp theo|suite|page suivante|suivant|weiter|nächste seite|siguiente|página siguiente|далее|следующая(?: страница)?|下一页|下一頁|下页|次へ|次のページ|다음(?: 페이지)?)?\s{0,2}[›»>→]{0,2}$/iu;

/**
 * The address of the next page of the same article, or null. Taken from the outlet's rule, `rel=next`, or a link with the
 * word for "next" whose address differs from this one in a page number only: a link to the next article does not.
 */
export function nextPageUrl(html: string, url: string, rules?: OutletRules | null): string | null {
  const markup = withoutUnread(html);
  if (isNestedTooDeep(markup)) return null;
  const document = parseHtml(markup);
  if (rules?.nextPage !== undefined) {
    const link = load(document)(rules.nextPage).toArray().find(isElement);
    return link === undefined ? null : follow(attribute(link, 'href'), url);
  }
  for (const element of descendants(document)) {
    if (element.name !== 'link' && element.name !== 'a') continue;
    const rel = attribute(element, 'rel').toLowerCase().split(/\s+/).includes('next');
    const named = element.name === 'a' && textOf(element).length < 40 && isNextWord(collapse(textOf(element)));
    if (!rel && !named) continue;
    const target = follow(attribute(element, 'href'), url);
    if (target !== null && isPageOf(target, url)) return target;
  }
  return null;
}

/** Joins the pages of one article in order: the first page's facts, every page's text, repeated paragraphs once. */
export function joinPages(pages: readonly [ExtractedArticle, ...ExtractedArticle[]]): ExtractedArticle {
  const seen = new Set<string>();
  const paragraphs: string[] = [];
  for (const page of pages) {
    const own = page.text.split('\n\n');
    paragraphs.push(...own.filter((paragraph) => !seen.has(paragraph)));
    for (const paragraph of own) if (paragraph.length > 40) seen.add(paragraph);
  }
  return { ...pages[0], text: paragraphs.join('\n\n') };
}

function isNextWord(text: string): boolean {
  return text !== '' && NEXT_WORDS.test(text);
}

function follow(href: string, url: string): string | null {
  const target = absolute(href, url);
  return target === null || canonicaliseUrl(target) === canonicaliseUrl(url) ? null : target;
}

/** Same host, and the addresses are the same once page numbers are taken out. */
function isPageOf(target: string, url: string): boolean {
  const a = URL.parse(target);
  const b = URL.parse(url);
  if (a === null || b === null || a.host !== b.host) return false;
  return withoutPage(a) === withoutPage(b);
}

function withoutPage(url: URL): string {
  const path = url.pathname
    .replace(/\/(?:page|trang|p|seite|pagina)[/-]?\d{1,3}\/?$/i, '')
    .replace(/[-_](?:page|trang|p|all)?[-_]?\d{1,2}(?=\.[a-z]{2,5}$|\/?$)/i, '')
    .replace(/\/\d{1,2}\/?$/, '')
    .replace(/\/$/, '');
  const query = [...url.searchParams].filter(([name]) => !/^(?:page|p|pg|trang|seite|start|paged|pagina)$/i.test(name));
  return `${path}?${new URLSearchParams(query)}`;
}
