import type { Document, Element } from 'domhandler';
import { isElement } from '../../markup/node.ts';
import { isJunk } from './junk.ts';

/** The smallest element in which running text outweighs everything else the most; null where there is no running text. */
export function chooseContainer(root: Element | Document): Element | null {
  let best: Element | null = null;
  let bestWorth = 0;
  const visit = (element: Element): { worth: number; chars: number; links: number } => {
    let worth = 0;
    let chars = 0;
    let links = 0;
    for (const node of element.children) {
      if (node.type === 'text') chars += node.data.trim().length;
      else if (isElement(node) && !isJunk(node)) {
        const inner = visit(node);
        chars += inner.chars;
        links += inner.links;
        worth += inner.worth;
      }
    }
    if (element.name === 'a') links = chars;
    if (BLOCK.has(element.name)) {
      const prose = chars - 2 * links;
      if (element.name === 'p' || element.name === 'blockquote' || element.name === 'pre')
        worth = chars > 40 ? prose : -20 - links;
      else worth += 0;
    }
    if (worth > bestWorth) {
      best = element;
      bestWorth = worth;
    }
    return { worth, chars, links };
  };
  for (const node of root.children) if (isElement(node)) visit(node);
  return best;
}

const BLOCK = new Set(['p', 'blockquote', 'pre', 'div', 'section', 'article', 'li', 'td']);
