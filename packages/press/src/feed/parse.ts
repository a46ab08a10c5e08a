import { decodeBody } from '../charset/decode.ts';
import { isNestedTooDeep } from '../markup/nesting.ts';
import { detectWall } from '../wall/detect.ts';
import { type DraftFeed, finishFeed } from './draft.ts';
import { type Feed, FeedError } from './feed.ts';
import { readJsonFeed } from './json.ts';
import { readStrictly } from './strict.ts';
import { readTolerantly } from './tolerant.ts';

export interface FeedContext {
  /** The response's Content-Type header. */
  readonly contentType?: string | null;
  /** Address of the feed; relative links are resolved against it. */
  readonly url?: string | null;
}

/** Feeds of news sites stay under two megabytes; this leaves room for full-text archives. */
const LARGEST = 32 * 1024 * 1024;
const ITEM_TAG = /<(?:[a-z]{1,20}:)?(?:item|entry)[\s>/]/gi;

/**
 * Reads a feed of any kind: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, RDF, CDF, JSON Feed. An empty feed is a feed
 * without items, not an error.
 *
 * @throws {FeedError} and nothing else; never hangs, whatever the bytes are
 */
export async function parseFeed(body: Uint8Array | string, context: FeedContext = {}): Promise<Feed> {
  if (body.length > LARGEST) throw new FeedError('too-large');
  const decoded = typeof body === 'string' ? body : decodeBody(body, context.contentType).text;
  const text = stripBeforeMarkup(decoded);
  if (text === '') throw new FeedError('empty');
  const url = context.url ?? null;
  if (text.startsWith('{')) {
    const json = readJsonFeed(text);
    if (json === null) throw new FeedError('not-a-feed', text);
    return finishFeed(json, url);
  }
  if (isNestedTooDeep(text)) throw new FeedError('too-deep');
  const format = formatOf(text);
  const draft = await readBest(text, format);
  if (draft !== null && (format !== 'unknown' || draft.items.length > 0)) return finishFeed(draft, url);
  throw refusal(text);
}

/** rss-parser where it takes the feed and loses nothing, else the tolerant reader. */
async function readBest(text: string, format: string): Promise<DraftFeed | null> {
  const strict = readsStrictly(text, format) ? await tryStrictly(text, format) : null;
  if (strict !== null && strict.items.length >= (text.match(ITEM_TAG)?.length ?? 0)) return strict;
  const tolerant = readTolerantly(text, format);
  if (strict === null) return tolerant;
  return tolerant !== null && tolerant.items.length > strict.items.length ? tolerant : strict;
}

/** rss-parser knows no Atom 0.3 and no CDF, scrambles mixed XHTML, and does not see names under a prefix. */
function readsStrictly(text: string, format: string): boolean {
  if (!/^(?:rss-|atom-1)/.test(format)) return false;
  return !/\stype\s{0,3}=\s{0,3}["']xhtml["']/.test(text) && !/<xhtml:|<atom:(?:feed|entry)|<rss:/.test(text);
}

async function tryStrictly(text: string, format: string): Promise<DraftFeed | null> {
  try {
    return await readStrictly(text, format);
  } catch (error) {
    // Whatever displeases the strict reader (it has no typed errors), the tolerant one decides.
    if (error instanceof Error) return null;
    throw error;
  }
}

function formatOf(text: string): string {
  const head = text.slice(0, 20_000);
  const rss = /<rss(?:\s[^>]{0,2000})?>/i.exec(head)?.[0];
  if (rss !== undefined) return `rss-${/\sversion\s{0,4}=\s{0,4}["']?\s{0,4}([\d.]{1,6})/i.exec(rss)?.[1] ?? '2.0'}`;
  if (/<(?:rdf:)?rdf[\s>]/i.test(head)) return head.includes('my.netscape.com/rdf/simple/0.9') ? 'rss-0.90' : 'rss-1.0';
  const atom = /<(?:atom:)?feed(?:\s[^>]{0,4000})?>/i.exec(head)?.[0];
  if (atom !== undefined) return /purl\.org\/atom|version\s{0,4}=\s{0,4}["']0\.3/.test(atom) ? 'atom-0.3' : 'atom-1.0';
  if (/<channel\s[^>]{0,2000}href|<!doctype channel/i.test(head)) return 'cdf';
  if (/<channel[\s>]/i.test(head)) return 'rss-2.0';
  if (/<(?:atom:)?entry[\s>]/i.test(head)) return 'atom-1.0';
  return 'unknown';
}

/** Blank lines, warnings of the server and stray bytes before the first tag. */
function stripBeforeMarkup(text: string): string {
  const trimmed = text.replaceAll('\ufeff', '').trim();
  if (trimmed.startsWith('<') || trimmed.startsWith('{')) return trimmed;
  const start = trimmed.search(/<(?:\?xml|rss|feed|rdf|channel|atom)/i);
  return start < 0 ? trimmed : trimmed.slice(start);
}

function refusal(text: string): FeedError {
  const wall = detectWall(text);
  if (wall !== null) return new FeedError('script-wall', wall.why);
  if (/<(?:!doctype html|html|body|head)[\s>]/i.test(text.slice(0, 4000))) return new FeedError('page-instead-of-feed');
  return new FeedError('not-a-feed', text);
}
