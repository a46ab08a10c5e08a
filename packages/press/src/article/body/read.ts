import { type Document, Element } from 'domhandler';
import { isElement } from '../../markup/node.ts';
import { plainText } from '../../markup/plain.ts';
import { findArticle, textOf } from '../json-ld.ts';
import type { Page } from '../page.ts';
import { type Block, blocksOf } from './blocks.ts';
import { chooseContainer } from './container.ts';
import { standfirst, trimEdges } from './edges.ts';
import { JunkFilter } from './junk.ts';
import { measurePage } from './measure.ts';

/** The body of the article in paragraphs separated by an empty line; empty where the page has none. */
export function readBody(page: Page, title: string, authors: readonly string[] = []): string {
  const root = bodyOf(page.document);
  const filter = new JunkFilter(root, measurePage(root));
  const blocks = blocksOf(root, filter.isJunk);
  const chosen = chooseContainer(root, blocks);
  const text = writeParagraphs(trimEdges([...standfirst(blocks, chosen, title), ...chosen], title, authors));
  const stated = statedBody(page);
  return stated.length > 300 && text.length < stated.length * 0.4 ? stated : text;
}

/** The body as the linked data carry it: for pages that show it by script, or not at all before payment. */
function statedBody(page: Page): string {
  const stated = textOf(findArticle(page.linkedData)?.['articleBody']);
  if (stated.length < 300) return '';
  return stated
    .split(/\n+|<\/p>|<br ?\/?>/i)
    .map(plainText)
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

export function writeParagraphs(blocks: readonly Block[]): string {
  return blocks.map((block) => block.text).join('\n\n');
}

/** The body element; fragments without one are read as if they stood in one. */
function bodyOf(document: Document): Element {
  const html = document.children.filter(isElement).find((element) => element.name === 'html');
  const bodies = (html ?? document).children.filter(isElement).filter((element) => element.name === 'body');
  const [body] = bodies;
  if (body !== undefined && bodies.length === 1) return body;
  return html ?? new Element('body', {}, document.children);
}
