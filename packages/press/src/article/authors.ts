import { attribute, textOf as elementText } from '../markup/node.ts';
import { collapse, plainText } from '../markup/plain.ts';
import { findArticle, namesOf } from './json-ld.ts';
import type { Page } from './page.ts';

const PREFIX =
  /^(?:by|written by|posted by|words by|story by|reporting by|par|von|por|texte de|автор(?:ы)?:?|tác giả|theo|bài và ảnh|bài|phóng viên|pv|作者|记者|記者|文|기자|著者|文責)\s*[:：]?\s+/iu;
const LONGEST = 80;
/** What a page may write into a field of authors before the rest is not read. */
const MOST_READ = 2_000;

/** Persons the page names as authors, as written, each once. From linked data, meta, then labelled elements. */
export function readAuthors(page: Page, siteName: string | null): string[] {
  const article = findArticle(page.linkedData);
  const fromData = clean(namesOf(article?.['author'], page.linkedData), siteName);
  if (fromData.length > 0) return fromData;
  const meta = [
    'author',
    'article:author',
    'dc.creator',
    'dcterms.creator',
    'parsely-author',
    'sailthru.author',
    'byl',
    'cxenseparse:author',
  ];
  for (const name of meta) {
    const found = clean((page.metaAll.get(name) ?? []).flatMap(split), siteName);
    if (found.length > 0) return found;
  }
  return clean(fromElements(page), siteName);
}

/** The byline as the page shows it, else the authors joined. */
export function readByline(page: Page, authors: readonly string[]): string | null {
  for (const element of page.labelled) {
    if (!/byline/i.test(`${attribute(element, 'class')} ${attribute(element, 'id')}`)) continue;
    const text = collapse(elementText(element));
    if (text.length > 2 && text.length <= 200 && (authors.length === 0 || authors.some((name) => text.includes(name))))
      return text;
  }
  return authors.length === 0 ? null : authors.join(', ');
}

function fromElements(page: Page): string[] {
  for (const test of [
    (itemprop: string, rel: string) => itemprop === 'author' || rel === 'author',
    (_itemprop: string, _rel: string, label: string) =>
      /(?:^|[\s_-])(?:author|byline|reporter|writer|tac-?gia)(?:[\s_-]|$|name)/i.test(label),
  ]) {
    const names: string[] = [];
    for (const element of page.labelled) {
      if (
        !test(
          attribute(element, 'itemprop'),
          attribute(element, 'rel'),
          `${attribute(element, 'class')} ${attribute(element, 'id')}`,
        )
      )
        continue;
      const text = collapse(attribute(element, 'content') || elementText(element));
      if (text.length > 1 && text.length <= LONGEST) names.push(...split(text));
      if (names.length >= 3) break;
    }
    if (names.length > 0) return names;
  }
  return [];
}

function split(text: string): string[] {
  return plainText(text.slice(0, MOST_READ))
    .replace(PREFIX, '')
    .split(/\s*(?:[,;、，|]|\s(?:and|và|et|und|y|и)\s)\s*/u);
}

function clean(names: readonly string[], siteName: string | null): string[] {
  const kept: string[] = [];
  for (const name of names) {
    const plain = plainText(name.slice(0, MOST_READ))
      .replace(PREFIX, '')
      .replace(/\s*[(（][^)）]{0,60}[)）]$/, '')
      .trim();
    if (
      plain.length < 2 ||
      plain.length > LONGEST ||
      /^https?:|@|\d{3}|^(?:admin|administrator|editor|staff|unknown|null)$/i.test(plain)
    )
      continue;
    if (siteName !== null && plain.toLowerCase() === siteName.toLowerCase()) continue;
    if (!kept.some((other) => other.toLowerCase() === plain.toLowerCase())) kept.push(plain);
  }
  return kept;
}
