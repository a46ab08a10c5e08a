export { isLoopback, refusedRange } from './address/address.ts';
export type { Resolve } from './connection/connection.ts';
export { createFetcher, type FetcherOptions } from './fetcher/fetcher.ts';
export { type FetchLimits, fetchLimits } from './fetcher/limits.ts';
export { memoryHostGate } from './gate/memory-gate.ts';
export { parseRetryAfter } from './retry/retry-after.ts';
export { memoryRobotsCache, type RobotsCache, type RobotsRecord } from './robots/cache.ts';
export { createSender, type Sender, type SenderOptions, type SendOutcome, type SendRequest } from './sender/sender.ts';
