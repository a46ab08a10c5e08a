import type { FetchedPage, FetchOutcome, SourceKind } from '@lamro/domain';
import { type ListedItem, type SourceReading, tidyItems } from './listed.ts';
import { readSource } from './read.ts';

/** Newest parts of a sitemap index that one reading follows. */
const PARTS = 3;

/**
 * As `readSource`, and follows a sitemap index to its newest sitemaps. A part that fails is left out; where all fail, the
 * reading fails with the last one's reason.
 *
 * @param fetch gets one address; whoever calls decides what is written down of it
 */
export async function readSourceWhole(
  kind: SourceKind,
  settings: unknown,
  page: FetchedPage,
  fetch: (url: string) => Promise<FetchOutcome>,
): Promise<SourceReading> {
  const whole = await readSource(kind, settings, page);
  if (!whole.ok || whole.parts.length === 0) return whole;
  const items: ListedItem[] = [];
  let refused: Extract<SourceReading, { ok: false }> | null = null;
  let read = 0;
  for (const url of whole.parts.slice(0, PARTS)) {
    const part = await readPart(settings, await fetch(url));
    if (part.ok) {
      read += 1;
      items.push(...part.items);
    } else refused = part;
  }
  if (read === 0 && refused !== null) return refused;
  return { ...whole, items: tidyItems(items.map((item) => ({ ...item, link: item.url }))) };
}

async function readPart(settings: unknown, outcome: FetchOutcome): Promise<SourceReading> {
  if (!outcome.ok) return { ok: false, alarm: 'keeps-failing', detail: outcome.detail };
  return readSource('news-sitemap', settings, outcome);
}
