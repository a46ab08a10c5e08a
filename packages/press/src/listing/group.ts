import type { Document, Element } from 'domhandler';
import { parseDate } from '../date/parse.ts';
import { absolute } from '../feed/draft.ts';
import { attribute, descendants, isElement, textOf } from '../markup/node.ts';
import { collapse } from '../markup/plain.ts';
import type { ListLink } from './parse.ts';

interface Group {
  readonly links: ListLink[];
  readonly heading: boolean;
  readonly aside: boolean;
}

const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const ASIDE = /^(?:nav|footer|header|aside)$/;

/** Headline links found by trial: grouped by the tags and classes above them, the groups that read like headlines kept. */
export function groupLinks(document: Document, base: string): ListLink[] {
  const groups = new Map<string, Group>();
  for (const element of descendants(document)) {
    if (element.name !== 'a') continue;
    const link = readLink(element, base);
    if (link === null) continue;
    const place = signature(element);
    const group = groups.get(place.key);
    if (group === undefined) groups.set(place.key, { links: [link], heading: place.heading, aside: place.aside });
    else group.links.push(link);
  }
  const scored = [...groups.values()]
    .map((group) => ({ group, score: scoreOf(group) }))
    .filter(({ score }) => score > 0);
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return scored.filter(({ score }) => score >= best * 0.15).flatMap(({ group }) => group.links);
}

function readLink(element: Element, base: string): ListLink | null {
  const url = absolute(attribute(element, 'href'), base);
  if (url === null || !isSameSite(url, base) || !isArticleAddress(url)) return null;
  const title = collapse(textOf(element)) || collapse(attribute(element, 'title'));
  return title === '' ? null : { url, title, publishedAt: nearbyDate(element) };
}

/** Weight of a title: characters, those of Han, kana and Hangul worth three. */
function weight(title: string): number {
  return title.length + 2 * (title.match(DENSE)?.length ?? 0);
}

function scoreOf(group: Group): number {
  const weights = group.links.map((link) => weight(link.title)).sort((a, b) => a - b);
  const median = weights[Math.floor(weights.length / 2)] ?? 0;
  if (median < 20 || (group.links.length < 2 && !group.heading)) return 0;
  const distinct = new Set(group.links.map((link) => link.url)).size;
  return Math.sqrt(distinct) * Math.min(median, 90) * (group.heading ? 1.6 : 1) * (group.aside ? 0.2 : 1);
}

function signature(element: Element): { key: string; heading: boolean; aside: boolean } {
  const parts: string[] = [];
  let heading = false;
  let aside = false;
  let node = element.parent;
  for (let depth = 0; isElement(node) && depth < 40; depth++) {
    if (/^h[1-6]$/.test(node.name)) heading = true;
    if (ASIDE.test(node.name) && node.name !== 'header') aside = true;
    if (depth < 4) parts.push(`${node.name}.${attribute(node, 'class').split(/\s+/)[0] ?? ''}`);
    node = node.parent;
  }
  return { key: `${attribute(element, 'class').split(/\s+/)[0] ?? ''}<${parts.join('<')}`, heading, aside };
}

function nearbyDate(element: Element): string | null {
  let node = element.parent;
  for (let depth = 0; isElement(node) && depth < 3; depth++) {
    for (const inner of descendants(node)) {
      if (inner.name !== 'time' && !/\b(?:date|time)\b/i.test(attribute(inner, 'class'))) continue;
      const date = parseDate(attribute(inner, 'datetime')) ?? parseDate(collapse(textOf(inner)));
      if (date !== null) return date;
    }
    if (/^(?:article|li|tr)$/.test(node.name)) return null;
    node = node.parent;
  }
  return null;
}

function isSameSite(url: string, base: string): boolean {
  const host = (address: string) => new URL(address).hostname.split('.').slice(-2).join('.');
  return host(url) === host(base);
}

/** Articles have a path of some length: not the home page, a section, a tag, an account. */
function isArticleAddress(url: string): boolean {
  const { pathname, search } = new URL(url);
  if (
    /\/(?:tag|tags|author|tac-gia|category|chuyen-muc|search|login|dang-nhap|account|rss|contact|lien-he|about)(?:\/|$)/i.test(
      pathname,
    )
  )
    return false;
  return (
    /\d{4,}/.test(pathname + search) ||
    pathname.length > 20 ||
    /\.(?:html?|aspx|php|chn|vnp|tpo|ldo|epi|vov)$/i.test(pathname)
  );
}
