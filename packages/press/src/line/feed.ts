import type { FeedItem } from '../feed/feed.ts';
import { type FeedContext, parseFeed } from '../feed/parse.ts';

/** One line of the command line's `feed`: the feed with its items in the documented fields. */
export interface FeedLine {
  readonly title: string | null;
  readonly link: string | null;
  readonly language: string | null;
  readonly format: string;
  readonly items: readonly Omit<FeedItem, 'source'>[];
}

/** Reads one feed's bytes. @throws {FeedError} */
export async function feedLine(bytes: Uint8Array, context: FeedContext = {}): Promise<FeedLine> {
  const { title, link, language, format, items } = await parseFeed(bytes, context);
  return { title, link, language, format, items: items.map(({ source: _source, ...item }) => item) };
}
