import type { AnyNode } from 'domhandler';
import { isElement, parseHtml } from './node.ts';

const HIDDEN = new Set(['script', 'style', 'noscript', 'template', 'head']);
const BREAKING = new Set(
  'address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul'.split(
    ' ',
  ),
);

/** Runs of white space become one space; ends trimmed; NFC. */
export function collapse(text: string): string {
  return text
    .replace(/[\s\u00a0\u200b\ufeff]+/gu, ' ')
    .trim()
    .normalize('NFC');
}

/**
 * What a reader sees of a piece of HTML, on one line. Text without markup or entities comes back collapsed.
 *
 * @example plainText('<p>Tin&nbsp;mới</p><p>hôm nay</p>') // 'Tin mới hôm nay'
 */
export function plainText(html: string): string {
  if (!html.includes('<') && !html.includes('&')) return collapse(html);
  const parts: string[] = [];
  const stack: (AnyNode | null)[] = [...parseHtml(html).children].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node === null) parts.push(' ');
    else if (node.type === 'text') parts.push(node.data);
    else if ('children' in node) {
      if (isElement(node) && HIDDEN.has(node.name)) continue;
      if (isElement(node) && BREAKING.has(node.name)) {
        parts.push(' ');
        stack.push(null);
      }
      for (let index = node.children.length - 1; index >= 0; index--) stack.push(node.children[index] ?? null);
    }
  }
  return collapse(parts.join(''));
}

/** Resolves HTML entities and leaves angle brackets alone. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return parseHtml(text.replaceAll('<', '&lt;'))
    .children.map((node) => (node.type === 'text' ? node.data : ''))
    .join('');
}

export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
