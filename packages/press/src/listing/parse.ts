import { load } from 'cheerio/slim';
import type { Element } from 'domhandler';
import { z } from 'zod';
import { canonicaliseUrl } from '../address/canonicalise.ts';
import { parseDate } from '../date/parse.ts';
import { absolute } from '../feed/draft.ts';
import { isNestedTooDeep } from '../markup/nesting.ts';
import { attribute, descendants, isElement, parseHtml, textOf } from '../markup/node.ts';
import { collapse } from '../markup/plain.ts';
import { groupLinks } from './group.ts';

/** How to read a list page: CSS selectors, inner ones relative to `item`. */
export const listSelectorsSchema = z.object({
  item: z.string().min(1),
  link: z.string().min(1).optional(),
  title: z.string().min(1).optional(),
  date: z.string().min(1).optional(),
});
export type ListSelectors = z.infer<typeof listSelectorsSchema>;

export interface ListLink {
  readonly url: string;
  readonly title: string;
  readonly publishedAt: string | null;
}

/**
 * Links to articles on a list page, in page order, each article once. With selectors exactly what they name; without, the
 * links are grouped by where they stand in the page and the groups that look like headlines are taken.
 */
export function parseListPage(html: string, url: string, selectors?: ListSelectors): ListLink[] {
  if (isNestedTooDeep(html)) return [];
  const document = parseHtml(html);
  const base = baseOf(document, url);
  const links = selectors === undefined ? groupLinks(document, base) : select(load(document), selectors, base);
  return unique(links);
}

function select($: ReturnType<typeof load>, selectors: ListSelectors, base: string): ListLink[] {
  return $(selectors.item)
    .toArray()
    .filter(isElement)
    .flatMap((item) => {
      const link =
        selectors.link === undefined ? firstLink(item) : $(item).find(selectors.link).toArray().find(isElement);
      const url = link === undefined || link === null ? null : absolute(attribute(link, 'href'), base);
      if (url === null || link === undefined || link === null) return [];
      const titled = selectors.title === undefined ? link : $(item).find(selectors.title).toArray().find(isElement);
      const dated = selectors.date === undefined ? undefined : $(item).find(selectors.date).toArray().find(isElement);
      const title =
        collapse(titled === undefined ? '' : textOf(titled)) ||
        collapse(attribute(link, 'title')) ||
        collapse(textOf(item));
      return [
        {
          url,
          title,
          publishedAt:
            dated === undefined
              ? null
              : (parseDate(attribute(dated, 'datetime')) ?? parseDate(collapse(textOf(dated)))),
        },
      ];
    });
}

function firstLink(item: Element): Element | null {
  if (item.name === 'a') return item;
  const links = [...descendants(item)].filter((each) => each.name === 'a' && attribute(each, 'href') !== '');
  return links.find((each) => collapse(textOf(each)) !== '') ?? links[0] ?? null;
}

function baseOf(document: ReturnType<typeof parseHtml>, url: string): string {
  for (const element of descendants(document))
    if (element.name === 'base') return absolute(attribute(element, 'href'), url) ?? url;
  return url;
}

/** The same article is often linked twice, from the picture and from the headline: the longer text is its title. */
function unique(links: readonly ListLink[]): ListLink[] {
  const byAddress = new Map<string, ListLink>();
  for (const link of links) {
    const key = canonicaliseUrl(link.url);
    const before = byAddress.get(key);
    if (before === undefined) byAddress.set(key, link);
    else if (link.title.length > before.title.length)
      byAddress.set(key, { ...before, title: link.title, publishedAt: before.publishedAt ?? link.publishedAt });
  }
  return [...byAddress.values()].filter((link) => link.title !== '');
}
