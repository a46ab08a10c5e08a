import { load } from 'cheerio/slim';
import type { Element } from 'domhandler';
import { parseDate } from '../date/parse.ts';
import { isElement, textOf } from '../markup/node.ts';
import { collapse } from '../markup/plain.ts';
import { blocksOf } from './body/blocks.ts';
import { NEVER_TEXT } from './body/measure.ts';
import { writeParagraphs } from './body/read.ts';
import type { Page } from './page.ts';
import type { OutletRules } from './rules.ts';

export interface RuledArticle {
  readonly title: string | null;
  readonly text: string | null;
  readonly authors: readonly string[] | null;
  readonly publishedAt: string | null;
}

/** Reads a page by an outlet's own rules; what no rule matches is null, and general reading fills it. */
export function applyRules(page: Page, rules: OutletRules): RuledArticle {
  const $ = load(page.document);
  for (const selector of rules.remove) $(selector).remove();
  const select = (selector: string | undefined): Element[] =>
    selector === undefined ? [] : $(selector).toArray().filter(isElement);
  const first = (selector: string | undefined): string | null =>
    collapse(select(selector).map(textOf)[0] ?? '') || null;
  const authors = select(rules.authors)
    .map((element) => collapse(textOf(element)))
    .filter((name) => name !== '');
  const body = select(rules.body)
    .map((element) => writeParagraphs(blocksOf(element, (inner) => NEVER_TEXT.has(inner.name))))
    .filter((text) => text !== '');
  const date = select(rules.publishedAt)[0];
  return {
    title: first(rules.title),
    text: body.length > 0 ? body.join('\n\n') : null,
    authors: authors.length > 0 ? authors : null,
    publishedAt:
      date === undefined
        ? null
        : (parseDate(date.attribs['datetime'] ?? '') ??
          parseDate(date.attribs['content'] ?? '') ??
          parseDate(collapse(textOf(date)))),
  };
}
