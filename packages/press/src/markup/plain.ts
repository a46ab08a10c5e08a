import type { AnyNode } from 'domhandler';
import { isElement, parseHtml } from './node.ts';

const HIDDEN = new Set(['script', 'style', 'noscript', 'template', 'head']);
const BREAKING = new Set(
  'address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul'.split(
    ' ',
  ),
);

/** All white space but the single spaces that may stay. */
const SPACING = /[\s\u200b]{2,}|[^\S ]|\u200b/g;

/** Runs of white space become one space; ends trimmed; NFC. */
export function collapse(text: string): string {
  return text.replace(SPACING, ' ').trim().normalize('NFC');
}

/**
 * What a reader sees of a piece of HTML, on one line. Text without markup or entities comes back collapsed.
 *
 * @example plainText('<p>Tin&nbsp;mới</p><p>hôm nay</p>') // 'Tin mới hôm nay'
 */
export function plainText(html: string): string {
  if (!html.includes('<')) return collapse(decodeEntities(html));
  // Hidden elements and comments need a parser; the short pieces that feeds are full of do not.
  return collapse(NEEDS_PARSER.test(html) ? parsedText(html) : decodeEntities(withoutTags(html)));
}

const NEEDS_PARSER = /<(?:script|style|noscript|template|head|textarea|title|!|\?)/i;

/** Cuts tags out in one pass; tags that break a line leave a space. A "<" that opens no tag stays. */
function withoutTags(html: string): string {
  const parts: string[] = [];
  let from = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    const match = TAG_NAME.exec(html.slice(at, at + 24));
    if (match === null) {
      at++;
      continue;
    }
    const end = tagEnd(html, at + match[0].length);
    parts.push(html.slice(from, at), BREAKING.has((match[1] ?? '').toLowerCase()) ? ' ' : '');
    from = end;
    at = end;
  }
  parts.push(html.slice(from));
  return parts.join('');
}

const TAG_NAME = /^<\/?([a-z][a-z0-9:-]{0,20})/i;

/** Where the tag ends, quoted values skipped; the end of the text for a tag that never ends. */
function tagEnd(html: string, from: number): number {
  let quote = 0;
  for (let at = from; at < html.length; at++) {
    const code = html.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 0x3e) return at + 1;
    else if ((code === 0x22 || code === 0x27) && html.charCodeAt(at - 1) === 0x3d) quote = code;
  }
  return html.length;
}

function parsedText(html: string): string {
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
  return parts.join('');
}

const resolved = new Map<string, string>();
const MOST_RESOLVED = 4000;

/** Resolves HTML entities, named and numeric, and leaves angle brackets alone. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x?[0-9a-f]{1,7}|[a-z][a-z0-9]{1,31});?/gi, resolve);
}

/** The parser knows all two thousand of them; each is asked for once. */
function resolve(entity: string): string {
  const before = resolved.get(entity);
  if (before !== undefined) return before;
  if (resolved.size >= MOST_RESOLVED) resolved.clear();
  const text = parseHtml(entity)
    .children.map((node) => (node.type === 'text' ? node.data : ''))
    .join('');
  resolved.set(entity, text);
  return text;
}

export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
