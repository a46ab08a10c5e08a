import type { Element } from 'domhandler';
import { descendants, textOf as elementText } from '../markup/node.ts';
import { collapse, plainText } from '../markup/plain.ts';
import { findArticle, textOf } from './json-ld.ts';
import type { Page } from './page.ts';

/** Longer than any headline; bounds the work on foreign text. */
const LONGEST = 1000;
const SEPARATOR = /\s+[|–—\-»·•:]+\s+|\s*[|»]\s*/g;

/**
 * The headline: as the page's own heading shows it where data and heading agree, else from linked data, Open Graph or
 * the title element with the outlet's name taken off.
 */
export function readTitle(page: Page, siteName: string | null): string {
  const article = findArticle(page.linkedData);
  const stated = [
    plainText(textOf(article?.['headline'])),
    plainText(page.meta.get('og:title') ?? ''),
    plainText(page.meta.get('twitter:title') ?? ''),
    plainText(page.meta.get('dc.title') ?? page.meta.get('dcterms.title') ?? ''),
  ]
    .map((title) => title.slice(0, LONGEST))
    .filter((title) => title !== '');
  const shown = collapse(page.title.slice(0, LONGEST));
  const headings = page.headings.map((heading) => collapse(elementText(heading))).filter((text) => text.length >= 3);
  const known = [...stated, shown];
  const at = headings.findIndex((text) => known.some((other) => agrees(text, other)));
  const heading = headings[at];
  if (heading !== undefined) return withoutKicker(heading, page.headings, known);
  const only = headings[0];
  if (
    headings.length === 1 &&
    only !== undefined &&
    only.length >= 12 &&
    only.includes(' ') &&
    !namesSite(only, siteName)
  ) {
    return only;
  }
  const best = stated.find((title) => !namesSite(title, siteName)) ?? shown;
  return withoutSite(best, siteName) || (headings[0] ?? '');
}

/** A kicker inside the heading ("Opinion | What …") goes when some of the data state the headline without it. */
function withoutKicker(text: string, headings: readonly Element[], known: readonly string[]): string {
  for (const heading of headings) {
    if (collapse(elementText(heading)) !== text) continue;
    for (const part of [...descendants(heading)].slice(0, 8)) {
      const kicker = collapse(elementText(part));
      const rest = text.slice(kicker.length).replace(/^[\s|–—:·•-]+/, '');
      if (
        kicker !== '' &&
        text.startsWith(kicker) &&
        rest.length >= 12 &&
        known.some((title) => key(title).startsWith(key(rest)))
      )
        return rest;
    }
  }
  return text;
}

function namesSite(text: string, siteName: string | null): boolean {
  return (
    siteName !== null &&
    key(text) !== '' &&
    key(text).includes(key(siteName)) &&
    key(text).length < key(siteName).length * 3
  );
}

/** Whether a heading is the headline that data state, perhaps with the outlet's name added or an ending cut. */
function agrees(heading: string, stated: string): boolean {
  const a = key(heading);
  const b = key(stated);
  if (a.length < 4 || b.length < 4) return a !== '' && a === b;
  if (Math.min(a.length, b.length) > 15 && (a.endsWith(b) || b.endsWith(a))) return true;
  return (
    a === b ||
    (b.startsWith(a) && (a.length > 15 || a.length / b.length > 0.5)) ||
    (a.startsWith(b) && b.length > 15 && b.length / a.length > 0.6)
  );
}

function key(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Takes " | Outlet" off, from either end. */
function withoutSite(title: string, siteName: string | null): string {
  const site = siteName === null ? '' : key(siteName);
  const parts = title.split(SEPARATOR).filter((part) => part !== '');
  if (parts.length < 2) return title;
  const last = parts.at(-1) ?? '';
  const first = parts[0] ?? '';
  if (site !== '' && resembles(key(last), site))
    return title.slice(0, title.lastIndexOf(last)).replace(/[\s|–—\-»·•:]+$/, '');
  if (site !== '' && resembles(key(first), site)) return title.slice(first.length).replace(/^[\s|–—\-»·•:]+/, '');
  return title;
}

function resembles(part: string, site: string): boolean {
  return part !== '' && (part === site || part.startsWith(site) || site.startsWith(part));
}
