import { canonicaliseUrl } from '../address/canonicalise.ts';
import type { FeedItem } from '../feed/feed.ts';
import { type FeedContext, parseFeed } from '../feed/parse.ts';

/** A hit of a search feed: the item with the outlet that printed it. */
export interface SearchHit extends FeedItem {
  readonly outlet: string | null;
  readonly outletUrl: string | null;
  /** True where the link leads through a redirector that only a request can resolve. */
  readonly redirected: boolean;
}

/**
 * Reads a search feed of the Google News form: the title's " - Outlet" is taken off, links through known redirectors are
 * resolved where the address itself stands in them.
 *
 * @throws {FeedError}
 */
export async function parseSearchFeed(body: Uint8Array | string, context: FeedContext = {}): Promise<SearchHit[]> {
  const feed = await parseFeed(body, context);
  return feed.items.map((item) => {
    const { title, outlet } = splitOutlet(item.title, item.source?.title ?? null);
    const link = item.link === null ? null : resolveRedirector(item.link);
    return {
      ...item,
      title,
      link,
      outlet,
      outletUrl: item.source?.url ?? null,
      redirected: link !== null && isRedirector(link),
    };
  });
}

/**
 * Takes " - Outlet" off a headline. Without the outlet's name the last part counts as one when it is short and has no
 * sentence in it.
 *
 * @example splitOutlet('Cảng mới - cơ hội mới - Báo A', 'Báo A') // { title: 'Cảng mới - cơ hội mới', outlet: 'Báo A' }
 */
export function splitOutlet(headline: string, outlet: string | null): { title: string; outlet: string | null } {
  const at = headline.lastIndexOf(' - ');
  if (at <= 0) return { title: headline, outlet };
  const tail = headline.slice(at + 3).trim();
  const named = outlet !== null && headline.toLowerCase().endsWith(` - ${outlet.toLowerCase()}`);
  if (named) return { title: headline.slice(0, headline.length - outlet.length - 3).trim(), outlet };
  const plausible = outlet === null && tail.length <= 40 && !/[.!?:"“]\s|[?!]$/.test(tail);
  return plausible ? { title: headline.slice(0, at).trim(), outlet: tail } : { title: headline, outlet };
}

function isRedirector(link: string): boolean {
  return /^https?:\/\/news\.google\.[a-z.]{2,6}\/(?:rss\/)?(?:articles|read)\//.test(link);
}

function resolveRedirector(link: string): string {
  return isRedirector(link) ? (addressInside(link) ?? link) : canonicaliseUrl(link);
}

/** Google News links of the older form are base64 of a small record that holds the address in plain bytes. */
function addressInside(link: string): string | null {
  const code = /\/articles\/([\w-]{20,4000})/.exec(link)?.[1];
  if (code === undefined) return null;
  const record = Buffer.from(code, 'base64url').toString('latin1');
  const found = /https?:\/\/[\x21-\x7e]+/.exec(record)?.[0];
  return found !== undefined && URL.canParse(found) ? canonicaliseUrl(found) : null;
}
