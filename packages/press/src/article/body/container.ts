import type { Element } from 'domhandler';
import { isElement } from '../../markup/node.ts';
import type { Block } from './blocks.ts';
import { BODY_NAMES } from './names.ts';
import { worthOf } from './worth.ts';

/** The blocks of the element in which running text outweighs everything else the most. */
export function chooseContainer(blocks: readonly Block[]): readonly Block[] {
  const worths = new Map<Element, number>();
  for (const block of blocks) {
    const worth = worthOf(block);
    for (let node: Element | null = block.element; node !== null; node = parentOf(node)) {
      worths.set(node, (worths.get(node) ?? 0) + worth);
    }
  }
  let best: Element | null = null;
  let most = 0;
  for (const [element, worth] of worths) {
    const weighed = worth > 0 ? worth * trustIn(element) : worth;
    if (weighed > most) [best, most] = [element, weighed];
  }
  return best === null ? [] : blocks.filter((block) => isWithin(block.element, best));
}

/** An element that calls itself the body of an article wins against one around it with a little more text. */
function trustIn(element: Element): number {
  const { class: className = '', id = '', itemprop = '' } = element.attribs;
  if (/articlebody|^text$/i.test(itemprop)) return 1.4;
  if (BODY_NAMES.test(`${className} ${id}`.slice(0, 300))) return 1.2;
  return element.name === 'article' || element.name === 'main' ? 1.1 : 1;
}

function parentOf(element: Element): Element | null {
  return isElement(element.parent) ? element.parent : null;
}

function isWithin(element: Element, ancestor: Element): boolean {
  for (let node: Element | null = element; node !== null; node = parentOf(node)) if (node === ancestor) return true;
  return false;
}
