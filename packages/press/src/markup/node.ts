import type { AnyNode, Document, Element } from 'domhandler';
import { parseDocument } from 'htmlparser2';

/** Parses HTML with htmlparser2 (forgiving, about as fast as the bytes can be read). Never throws for what the page holds. */
export function parseHtml(html: string): Document {
  return parseDocument(html);
}

/** Parses XML the tolerant way: unclosed, misnested and undeclared things are read as far as they go; names come in lower case. */
export function parseXml(xml: string): Document {
  return parseDocument(xml, { xmlMode: true, lowerCaseTags: true, lowerCaseAttributeNames: true });
}

export function isElement(node: AnyNode | null | undefined): node is Element {
  return (
    node !== null && node !== undefined && (node.type === 'tag' || node.type === 'script' || node.type === 'style')
  );
}

/** The element children of a node, in order. */
export function children(node: { readonly children: readonly AnyNode[] }): Element[] {
  return node.children.filter(isElement);
}

/** First element child with this (lower-case) name. */
export function child(node: { readonly children: readonly AnyNode[] }, name: string): Element | null {
  for (const each of node.children) if (isElement(each) && each.name === name) return each;
  return null;
}

export function attribute(element: Element, name: string): string {
  return element.attribs[name] ?? '';
}

/**
 * Every element below a node in document order. Walks without recursion: a page nested a hundred thousand deep is
 * read like any other.
 */
export function* descendants(root: { readonly children: readonly AnyNode[] }): Generator<Element> {
  const stack: AnyNode[] = [...root.children].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!isElement(node)) {
      if (node.type === 'cdata') pushChildren(stack, node.children);
      continue;
    }
    yield node;
    pushChildren(stack, node.children);
  }
}

function pushChildren(stack: AnyNode[], nodes: readonly AnyNode[]): void {
  for (let index = nodes.length - 1; index >= 0; index--) {
    const node = nodes[index];
    if (node !== undefined) stack.push(node);
  }
}

/** All text below a node, markup dropped, as written (script and style included: callers skip those). */
export function textOf(root: AnyNode): string {
  const stack: AnyNode[] = [root];
  const parts: string[] = [];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === 'text') parts.push(node.data);
    else if ('children' in node) pushChildren(stack, node.children);
  }
  return parts.join('');
}
