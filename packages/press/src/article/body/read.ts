import type { Element } from 'domhandler';
import { isElement } from '../../markup/node.ts';
import type { Page } from '../page.ts';
import { blocksOf } from './blocks.ts';
import { chooseContainer } from './container.ts';

/** The body of the article in paragraphs separated by an empty line; empty where the page has none. */
export function readBody(page: Page, _title: string): string {
  const root = page.document.children.find((node): node is Element => isElement(node) && node.name === 'html');
  const container = chooseContainer(root ?? page.document);
  return container === null
    ? ''
    : blocksOf(container)
        .map((block) => block.text)
        .join('\n\n');
}
