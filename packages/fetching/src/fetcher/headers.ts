import type { FetchRequest } from '@lamro/domain';
import type { Agent } from './agent.ts';

const ACCEPT = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

/** The headers of one page request; no cookie, no referrer. */
export function requestHeaders(agent: Agent, request: FetchRequest): Record<string, string> {
  const headers: Record<string, string> = {
    'user-agent': agent.header,
    accept: clean(request.accept) ?? ACCEPT,
    'accept-encoding': 'gzip, deflate, br, zstd',
  };
  const etag = clean(request.etag);
  const lastModified = clean(request.lastModified);
  if (etag !== null) headers['if-none-match'] = etag;
  if (lastModified !== null) headers['if-modified-since'] = lastModified;
  return headers;
}

/** True when the request carries a validator that a server could answer with 304. */
export function isConditional(request: FetchRequest): boolean {
  return clean(request.etag) !== null || clean(request.lastModified) !== null;
}

/** Validators come back from servers: one that is no header value is left out, never sent. */
function clean(value: string | null | undefined): string | null {
  const text = value?.trim() ?? '';
  return text.length <= 1024 && /^[\x20-\x7e]+$/.test(text) ? text : null;
}
