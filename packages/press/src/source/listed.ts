import type { SourceAlarm } from '@lamro/domain';
import { canonicaliseUrl } from '../address/canonicalise.ts';

/** An outlet as a search names it for one hit. */
export interface ListedOutlet {
  readonly name: string;
  readonly host: string | null;
  /** ISO 3166-1 alpha-2, where the search says it. */
  readonly country: string | null;
  readonly language: string | null;
}

/** One item as a source lists it. Absent values are null or empty, never invented. */
export interface ListedItem {
  readonly url: string;
  readonly canonicalUrl: string;
  readonly title: string;
  readonly summary: string;
  readonly publishedAt: string | null;
  /** Who printed it, where the source is a search over many outlets; null where the source's own outlet did. */
  readonly outlet: ListedOutlet | null;
}

/** What a source lists, or the named reason why it lists nothing. */
export type SourceReading =
  | {
      readonly ok: true;
      readonly format: string;
      readonly title: string | null;
      readonly language: string | null;
      readonly items: readonly ListedItem[];
      /** Sitemaps that hold the items, newest first, where the source is an index of them. */
      readonly parts: readonly string[];
    }
  | { readonly ok: false; readonly alarm: SourceAlarm; readonly detail: string };

export interface RawItem {
  readonly link: string | null;
  readonly title: string | null;
  readonly summary?: string | null;
  readonly publishedAt?: string | null;
  readonly outlet?: ListedOutlet | null;
}

const LONGEST_TEXT = 2_000;
const LONGEST_NAME = 200;
const LONGEST_URL = 2_048;
const MOST_ITEMS = 2_000;

/** Keeps web links, one per canonical address, and cuts what a hostile feed may have inflated. */
export function tidyItems(items: readonly RawItem[]): ListedItem[] {
  const seen = new Map<string, ListedItem>();
  for (const item of items) {
    if (seen.size === MOST_ITEMS) break;
    const url = item.link === null || item.link.length > LONGEST_URL ? null : URL.parse(item.link);
    if (url === null || !/^https?:$/.test(url.protocol)) continue;
    const canonicalUrl = canonicaliseUrl(url.href);
    if (seen.has(canonicalUrl)) continue;
    seen.set(canonicalUrl, {
      url: url.href,
      canonicalUrl,
      title: clean(item.title),
      summary: clean(item.summary),
      publishedAt: item.publishedAt ?? null,
      outlet: item.outlet ? { ...item.outlet, name: clean(item.outlet.name).slice(0, LONGEST_NAME) } : null,
    });
  }
  return [...seen.values()];
}

/** NUL and halves of surrogate pairs are what PostgreSQL's text and JSON cannot hold. */
function clean(text: string | null | undefined): string {
  return (text ?? '').replaceAll('\u0000', '').slice(0, LONGEST_TEXT).toWellFormed();
}
