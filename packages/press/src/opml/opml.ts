import type { Element } from 'domhandler';
import { absolute } from '../feed/draft.ts';
import { FeedError } from '../feed/feed.ts';
import { isNestedTooDeep } from '../markup/nesting.ts';
import { attribute, child, descendants, isElement, parseXml, textOf } from '../markup/node.ts';
import { collapse, escapeXml } from '../markup/plain.ts';

/** One subscription of an OPML list. */
export interface OpmlEntry {
  readonly title: string;
  /** An http or https address, or what stood in its place where that is none: whoever takes the list in says so. */
  readonly feedUrl: string;
  readonly siteUrl: string | null;
  readonly language: string | null;
  /** Names of the outlines around it, outermost first. */
  readonly folders: readonly string[];
}

export interface OpmlList {
  readonly title: string | null;
  readonly entries: readonly OpmlEntry[];
}

/** Reads an OPML subscription list. @throws {FeedError} when it is none */
export function parseOpml(xml: string): OpmlList {
  if (xml.trim() === '') throw new FeedError('empty');
  if (isNestedTooDeep(xml)) throw new FeedError('too-deep');
  let title: string | null = null;
  let rooted = false;
  const entries: OpmlEntry[] = [];
  for (const element of descendants(parseXml(xml))) {
    if (element.name === 'opml') rooted = true;
    else if (element.name === 'head') title = collapse(textOf(child(element, 'title') ?? element)) || null;
    else if (element.name === 'outline') entries.push(...readOutline(element));
  }
  if (!rooted && entries.length === 0) throw new FeedError('not-a-feed', xml.slice(0, 200));
  return { title, entries };
}

/** Writes a subscription list as OPML 2.0; reading it back gives the same entries. */
export function writeOpml(list: OpmlList): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    `  <head><title>${escapeXml(list.title ?? '')}</title></head>`,
    '  <body>',
  ];
  let open: readonly string[] = [];
  for (const entry of list.entries) {
    const kept = sharedDepth(open, entry.folders);
    for (let depth = open.length; depth > kept; depth--) lines.push(`${indent(depth)}</outline>`);
    for (let depth = kept; depth < entry.folders.length; depth++)
      lines.push(`${indent(depth + 1)}<outline text="${escapeXml(entry.folders[depth] ?? '')}">`);
    open = entry.folders;
    lines.push(`${indent(open.length + 1)}${outline(entry)}`);
  }
  for (let depth = open.length; depth > 0; depth--) lines.push(`${indent(depth)}</outline>`);
  return `${[...lines, '  </body>', '</opml>'].join('\n')}\n`;
}

function readOutline(element: Element): OpmlEntry[] {
  const written = attribute(element, 'xmlurl').trim();
  if (written === '') return [];
  const feedUrl = absolute(written, null) ?? written;
  const folders: string[] = [];
  for (let node = element.parent; isElement(node) && node.name === 'outline'; node = node.parent)
    folders.unshift(nameOf(node));
  return [
    {
      title: nameOf(element) || feedUrl,
      feedUrl,
      siteUrl: absolute(attribute(element, 'htmlurl'), null),
      language: attribute(element, 'language') || null,
      folders,
    },
  ];
}

function nameOf(element: Element): string {
  return collapse(attribute(element, 'text') || attribute(element, 'title'));
}

function outline(entry: OpmlEntry): string {
  const title = escapeXml(entry.title);
  const site = entry.siteUrl === null ? '' : ` htmlUrl="${escapeXml(entry.siteUrl)}"`;
  const language = entry.language === null ? '' : ` language="${escapeXml(entry.language)}"`;
  return `<outline type="rss" text="${title}" title="${title}" xmlUrl="${escapeXml(entry.feedUrl)}"${site}${language}/>`;
}

function sharedDepth(a: readonly string[], b: readonly string[]): number {
  let depth = 0;
  while (depth < a.length && depth < b.length && a[depth] === b[depth]) depth++;
  return depth;
}

function indent(depth: number): string {
  return '  '.repeat(depth + 1);
}
