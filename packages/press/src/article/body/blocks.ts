import type { AnyNode, Element } from 'domhandler';
import { isElement } from '../../markup/node.ts';
import { collapse } from '../../markup/plain.ts';

/** A run of text that stands on its own: a paragraph, heading, item or table row. */
export interface Block {
  readonly text: string;
  readonly element: Element;
  /** Characters of the text inside links. */
  readonly linkChars: number;
}

const BREAKING = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main nav ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
const CELLS = new Set(['td', 'th']);

/** The blocks below an element in reading order, boilerplate left out. */
export function blocksOf(root: Element, skip: (element: Element) => boolean): Block[] {
  const writer = new BlockWriter(root, skip);
  writer.walk(root);
  writer.end();
  return writer.blocks;
}

class BlockWriter {
  readonly blocks: Block[] = [];
  private parts: string[] = [];
  private linkChars = 0;
  private inLink = 0;
  private owner: Element;
  private readonly skip: (element: Element) => boolean;

  constructor(root: Element, skip: (element: Element) => boolean) {
    this.owner = root;
    this.skip = skip;
  }

  walk(parent: Element): void {
    for (const node of parent.children) this.take(node);
  }

  /** Closes the block that is being written. */
  end(): void {
    if (this.parts.length > 0) {
      const text = collapse(this.parts.join(''));
      if (text !== '') this.blocks.push({ text, element: this.owner, linkChars: this.linkChars });
    }
    this.parts = [];
    this.linkChars = 0;
  }

  private take(node: AnyNode): void {
    if (node.type === 'text') {
      this.parts.push(node.data);
      if (this.inLink > 0) this.linkChars += node.data.trim().length;
    } else if (isElement(node) && !this.skip(node)) this.takeElement(node);
  }

  private takeElement(element: Element): void {
    if (element.name === 'br') {
      this.takeBreak(element);
      return;
    }
    const breaks = BREAKING.has(element.name);
    if (breaks) {
      this.end();
      this.owner = element;
    }
    if (element.name === 'a') this.inLink++;
    this.walk(element);
    if (element.name === 'a') this.inLink--;
    if (CELLS.has(element.name)) this.parts.push(' ');
    if (breaks) {
      this.end();
      this.owner = element.parent !== null && isElement(element.parent) ? element.parent : element;
    }
  }

  /** One break is a line, two are a paragraph. */
  private takeBreak(element: Element): void {
    let next = element.next;
    while (next?.type === 'text' && next.data.trim() === '') next = next.next;
    if (isElement(next) && next.name === 'br') this.end();
    else this.parts.push(' ');
  }
}
