import type { Element } from 'domhandler';
import { isElement } from '../../markup/node.ts';
import type { Block } from './blocks.ts';
import { BODY_NAMES } from './names.ts';
import { worthOf } from './worth.ts';

/** The blocks of the element below `root` in which running text outweighs everything else the most. */
export function chooseContainer(root: Element, blocks: readonly Block[]): readonly Block[] {
  const own = new Map<Element, number>();
  for (const block of blocks) own.set(block.element, (own.get(block.element) ?? 0) + worthOf(block));
  const best = findBest(root, own);
  if (best === null) return [];
  const inside = new Map<Element, boolean>();
  return blocks.filter((block) => isInside(block.element, best, inside));
}

/** Remembers the answer for every element on the way up: blocks share their ancestors. */
function isInside(element: Element, ancestor: Element, known: Map<Element, boolean>): boolean {
  const path: Element[] = [];
  let node: Element | null = element;
  while (node !== null && node !== ancestor && !known.has(node)) {
    path.push(node);
    node = parentOf(node);
  }
  const answer = node !== null && (node === ancestor || known.get(node) === true);
  for (const each of path) known.set(each, answer);
  return answer;
}

function parentOf(element: Element): Element | null {
  return isElement(element.parent) ? element.parent : null;
}

/** Sums worth from the leaves up, each element once; of equals the deeper one wins. */
function findBest(root: Element, own: ReadonlyMap<Element, number>): Element | null {
  const holding = holdersOf(own.keys());
  let best: Element | null = null;
  let most = 0;
  const sum = (element: Element): number => {
    let worth = own.get(element) ?? 0;
    for (const node of element.children) if (isElement(node) && holding.has(node)) worth += sum(node);
    const weighed = worth > 0 ? worth * trustIn(element) : worth;
    if (weighed > most) [best, most] = [element, weighed];
    return worth;
  };
  sum(root);
  return best;
}

/** The elements and everything around them: most of a page holds none, and need not be walked. */
function holdersOf(elements: Iterable<Element>): Set<Element> {
  const holding = new Set<Element>();
  for (const element of elements)
    for (let node: Element | null = element; node !== null && !holding.has(node); node = parentOf(node))
      holding.add(node);
  return holding;
}

/** An element that calls itself the body of an article wins against one around it with a little more text. */
function trustIn(element: Element): number {
  const { class: className = '', id = '', itemprop = '' } = element.attribs;
  if (/articlebody|^text$/i.test(itemprop)) return 1.4;
  if (BODY_NAMES.test(`${className} ${id}`.slice(0, 300))) return 1.2;
  return element.name === 'article' || element.name === 'main' ? 1.1 : 1;
}
