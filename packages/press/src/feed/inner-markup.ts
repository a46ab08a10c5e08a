import type { AnyNode, Element } from 'domhandler';
import { isElement } from '../markup/node.ts';
import { escapeXml } from '../markup/plain.ts';

const VOID = new Set(['br', 'hr', 'img', 'input', 'source', 'wbr']);

/** Writes the children of an XHTML element as HTML, namespaces dropped. Without recursion, so depth costs nothing. */
export function innerMarkup(element: Element): string {
  const parts: string[] = [];
  const stack: (AnyNode | string)[] = [...element.children].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (typeof node === 'string') parts.push(node);
    else if (node.type === 'text') parts.push(escapeXml(node.data));
    else if (isElement(node)) {
      const name = node.name.slice(node.name.lastIndexOf(':') + 1);
      const attributes = Object.entries(node.attribs).filter(([key]) => !key.startsWith('xmlns'));
      parts.push(`<${name}${attributes.map(([key, value]) => ` ${key}="${escapeXml(value)}"`).join('')}>`);
      if (!VOID.has(name)) stack.push(`</${name}>`);
      for (let index = node.children.length - 1; index >= 0; index--) stack.push(node.children[index] ?? '');
    } else if ('children' in node) {
      for (let index = node.children.length - 1; index >= 0; index--) stack.push(node.children[index] ?? '');
    }
  }
  return parts.join('');
}
