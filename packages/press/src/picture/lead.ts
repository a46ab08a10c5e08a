import { findArticle, imageOf } from '../article/json-ld.ts';
import type { Page } from '../article/page.ts';
import { absolute } from '../feed/draft.ts';
import { attribute, descendants, textOf } from '../markup/node.ts';
import { plainText } from '../markup/plain.ts';
import { pictureKey } from './picture.ts';

/** Address of the picture that a page puts first; null where it names none. */
export function readLeadImage(page: Page, url: string): string | null {
  const article = findArticle(page.linkedData);
  const candidates = [
    page.meta.get('og:image:secure_url'),
    page.meta.get('og:image'),
    page.meta.get('og:image:url'),
    page.meta.get('twitter:image'),
    page.meta.get('twitter:image:src'),
    imageOf(article?.['image']),
    page.links.get('image_src'),
  ];
  for (const each of candidates) {
    const address = absolute(each ?? '', url);
    if (address !== null) return address;
  }
  return null;
}

/** A lead picture is among the first; a page may be nothing but figures within figures. */
const FIGURES_READ = 40;
const SOURCES = ['src', 'data-src', 'data-original'] as const;

/** What stands under the lead picture, else what the page says that it shows; null where it says nothing. */
export function readLeadCaption(page: Page, leadImage: string | null, url: string): string | null {
  if (leadImage === null) return null;
  const stated = page.meta.get('og:image:alt') ?? page.meta.get('twitter:image:alt') ?? '';
  return plainText(captionBelow(page, pictureKey(leadImage), url)) || plainText(stated) || null;
}

function captionBelow(page: Page, key: string, url: string): string {
  let read = 0;
  for (const figure of descendants(page.document)) {
    if (figure.name !== 'figure') continue;
    if (++read > FIGURES_READ) break;
    const inside = [...descendants(figure)];
    const shows = inside.some(
      (element) => element.name === 'img' && SOURCES.some((name) => keyOf(attribute(element, name), url) === key),
    );
    const caption = inside.find(({ name }) => name === 'figcaption');
    if (shows && caption !== undefined) return textOf(caption);
  }
  return '';
}

function keyOf(source: string, url: string): string | null {
  const address = absolute(source, url);
  return address === null ? null : pictureKey(address);
}
