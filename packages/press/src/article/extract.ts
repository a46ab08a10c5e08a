import type { ExtractedArticle } from '@lamro/domain';
import { canonicaliseUrl } from '../address/canonicalise.ts';
import { absolute } from '../feed/draft.ts';
import { detectLanguage } from '../language/detect.ts';
import { isNestedTooDeep } from '../markup/nesting.ts';
import { plainText } from '../markup/plain.ts';
import { withoutUnread } from '../markup/unread.ts';
import { readLeadCaption, readLeadImage } from '../picture/lead.ts';
import { readAuthors, readByline } from './authors.ts';
import { readBody } from './body/read.ts';
import { readDates } from './dates.ts';
import { findArticle, findByType, namesOf } from './json-ld.ts';
import { applyRules } from './outlet.ts';
import { type Page, readPage } from './page.ts';
import type { OutletRules } from './rules.ts';
import { readTitle } from './title.ts';

export interface ExtractionContext {
  /** Address the page was fetched from. */
  readonly url: string;
  readonly rules?: OutletRules | null;
  /** Language of the source, as a prior. */
  readonly languageHint?: string | null;
}

/**
 * Reads the article out of a page: headline, body in paragraphs, authors, times, language, outlet, address, picture.
 * Absent values are null or empty, never invented; a day without a time stays a day (`2026-11-21`). Never throws for what
 * the page holds; a page that is no article comes back with little or no text.
 */
export function extractArticle(html: string, context: ExtractionContext): ExtractedArticle {
  const markup = withoutUnread(html);
  const page = readPage(isNestedTooDeep(markup) ? flattened(html) : markup);
  const siteName = readSiteName(page);
  const rules = context.rules ?? null;
  const found = rules === null ? null : applyRules(page, rules);
  const title = found?.title ?? readTitle(page, siteName);
  const authors = found?.authors ?? readAuthors(page, siteName);
  const text = found?.text ?? readBody(page, title, authors);
  const language = readLanguage(page, title, text, context.languageHint ?? null);
  const leadImage = readLeadImage(page, context.url);
  const dates = readDates(page, title, language, context.url);
  return {
    canonicalUrl: readCanonicalUrl(page, context.url),
    title,
    text,
    byline: readByline(page, authors),
    authors,
    publishedAt: found?.publishedAt ?? dates.publishedAt,
    modifiedAt: dates.modifiedAt,
    language,
    siteName,
    leadImage,
    leadCaption: readLeadCaption(page, leadImage, context.url),
  };
}

/** Markup nested beyond reason loses its tags: what is left can be read, and nothing can be hidden in the depth. */
function flattened(html: string): string {
  const title = /<title[^>]{0,200}>([^<]{0,500})/i.exec(html)?.[1] ?? '';
  return `<title>${title}</title><p>${html
    .slice(0, 2_000_000)
    .replace(/<[^<>]{0,500}>/g, ' ')
    .replace(/[<>]/g, ' ')}</p>`;
}

/** The page's own word for its language is a hint like the source's: templates are often wrong about it. */
function readLanguage(page: Page, title: string, text: string, hint: string | null): string {
  const stated = page.language || page.meta.get('content-language') || page.meta.get('og:locale') || hint;
  return detectLanguage(`${title}\n${text.slice(0, 400)}`, stated).language;
}

function readSiteName(page: Page): string | null {
  const article = findArticle(page.linkedData);
  const name =
    page.meta.get('og:site_name') ??
    namesOf(article?.['publisher'], page.linkedData)[0] ??
    page.meta.get('application-name') ??
    namesOf(findByType(page.linkedData, /^(?:WebSite|NewsMediaOrganization)$/), page.linkedData)[0] ??
    '';
  return plainText(name) || null;
}

/** The canonical link is believed where it stays on the same site and does not point at the home page. */
function readCanonicalUrl(page: Page, url: string): string {
  const own = canonicaliseUrl(url);
  const stated = absolute(page.links.get('canonical') ?? '', url) ?? absolute(page.meta.get('og:url') ?? '', url);
  if (stated === null || stated === url) return own;
  const other = canonicaliseUrl(stated);
  const from = URL.parse(own);
  const to = URL.parse(other);
  if (from === null || to === null) return own;
  const isHome = to.pathname === '/' && to.search === '' && from.pathname !== '/';
  return isHome || domainOf(from.hostname) !== domainOf(to.hostname) ? own : other;
}

/** The last two labels, three where the last two are both short (`com.vn`, `gov.vn`, `co.uk`). */
function domainOf(host: string): string {
  const labels = host.split('.');
  const [second = '', top = ''] = labels.slice(-2);
  return labels.slice(second.length <= 3 && top.length === 2 ? -3 : -2).join('.');
}
