import { z } from 'zod';

const milliseconds = z.number().int().positive();
const bytes = z.number().int().positive();

/** Bounds of one fetch; every one has a default that suits news pages. */
export const fetchLimits = z.strictObject({
  /** Bytes of a body as sent. A request's own `maxBytes` takes its place. */
  maxBytes: bytes.default(8 * 1024 * 1024),
  /** Bytes of a body unfolded; grows and shrinks with a request's own `maxBytes`. */
  maxDecodedBytes: bytes.default(32 * 1024 * 1024),
  maxHeaderBytes: bytes.default(64 * 1024),
  maxRedirects: z.number().int().nonnegative().default(8),
  /** Time on the network for one fetch with all its redirects; waiting for a turn does not count. */
  timeoutMs: milliseconds.default(30_000),
  connectMs: milliseconds.default(10_000),
  /** Silence after which a server is given up. */
  idleMs: milliseconds.default(10_000),
  /** Spacing between requests to one host where neither robots.txt nor the source says otherwise. */
  hostDelayMs: z.number().int().nonnegative().default(5_000),
  /** A crawl delay above this counts as this: some files ask for days. */
  maxCrawlDelayMs: milliseconds.default(10 * 60_000),
  /** Longest wait for one turn at a host; after it the fetch answers `rate-limited`. */
  maxTurnWaitMs: milliseconds.default(5 * 60_000),
});

export type FetchLimits = z.output<typeof fetchLimits>;
