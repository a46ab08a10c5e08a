import type { AnyNode, Document, Element } from 'domhandler';
import { attribute, isElement, parseHtml, textOf } from '../markup/node.ts';
import { type LinkedObject, parseLinkedData } from './json-ld.ts';

/** What a page states about itself outside its running text. */
export interface Page {
  readonly document: Document;
  /** First content of each meta element by lower-case name, property or itemprop. */
  readonly meta: ReadonlyMap<string, string>;
  /** All contents of meta elements that may repeat (authors). */
  readonly metaAll: ReadonlyMap<string, readonly string[]>;
  readonly linkedData: readonly LinkedObject[];
  /** Address of link elements by rel. */
  readonly links: ReadonlyMap<string, string>;
  readonly base: string | null;
  readonly title: string;
  readonly headings: readonly Element[];
  readonly times: readonly Element[];
  /** Elements with itemprop or a class or rel that names author or date. */
  readonly labelled: readonly Element[];
  readonly language: string;
  /** Place of headings, times and labelled elements in document order. */
  readonly order: ReadonlyMap<Element, number>;
}

const LABELS = /author|byline|writer|reporter|publish|date|time|posted|tac-?gia|ngay/i;

/** Reads the head and the labelled elements of a page in one walk. */
export function readPage(html: string): Page {
  const document = parseHtml(html);
  const reading = new Reading();
  const stack: AnyNode[] = [document];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isElement(node)) {
      reading.take(node);
      if (node.name === 'script' || node.name === 'style' || node.name === 'svg') continue;
    }
    if ('children' in node)
      for (let index = node.children.length - 1; index >= 0; index--) push(stack, node.children[index]);
  }
  return { document, ...reading };
}

function push(stack: AnyNode[], node: AnyNode | undefined): void {
  if (node !== undefined && (isElement(node) || node.type === 'cdata')) stack.push(node);
}

class Reading {
  readonly meta = new Map<string, string>();
  readonly metaAll = new Map<string, string[]>();
  readonly linkedData: LinkedObject[] = [];
  readonly links = new Map<string, string>();
  readonly headings: Element[] = [];
  readonly times: Element[] = [];
  readonly labelled: Element[] = [];
  readonly order = new Map<Element, number>();
  base: string | null = null;
  title = '';
  language = '';

  take(element: Element): void {
    switch (element.name) {
      case 'meta':
        this.takeMeta(element);
        break;
      case 'script':
        if (/ld\+json/i.test(attribute(element, 'type'))) this.linkedData.push(...parseLinkedData(textOf(element)));
        break;
      case 'link':
        this.takeLink(element);
        break;
      case 'base':
        this.base ??= attribute(element, 'href') || null;
        break;
      case 'title':
        this.title ||= textOf(element);
        break;
      case 'html':
        this.language ||= attribute(element, 'lang') || attribute(element, 'xml:lang');
        break;
      case 'time':
        this.times.push(element);
        this.order.set(element, this.order.size);
        break;
      default:
        if (element.name === 'h1') {
          this.headings.push(element);
          this.order.set(element, this.order.size);
        }
        this.takeLabelled(element);
    }
  }

  private takeLink(element: Element): void {
    for (const rel of attribute(element, 'rel').toLowerCase().split(/\s+/)) {
      if (!this.links.has(rel)) this.links.set(rel, attribute(element, 'href'));
    }
  }

  private takeMeta(element: Element): void {
    const content = attribute(element, 'content').trim();
    if (content === '') return;
    for (const key of [
      attribute(element, 'property'),
      attribute(element, 'name'),
      attribute(element, 'itemprop'),
      attribute(element, 'http-equiv'),
    ]) {
      const name = key.trim().toLowerCase();
      if (name === '') continue;
      if (!this.meta.has(name)) this.meta.set(name, content);
      const all = this.metaAll.get(name);
      if (all === undefined) this.metaAll.set(name, [content]);
      else all.push(content);
    }
  }

  private takeLabelled(element: Element): void {
    const { itemprop, rel, class: className, id } = element.attribs;
    const named = (className !== undefined && LABELS.test(className)) || (id !== undefined && LABELS.test(id));
    if (!named && itemprop === undefined && rel !== 'author') return;
    this.labelled.push(element);
    if (!this.order.has(element)) this.order.set(element, this.order.size);
  }
}
