import type { PageReading } from '@lamro/casework';
import type { Fetcher } from '@lamro/domain';
import { decodeBody, extractArticle } from '@lamro/press';

/** Reads a published page the way the press is read: through the guarded fetcher, by the extractor. */
export function createPageReader(fetcher: Fetcher): (url: string) => Promise<PageReading> {
  return async (url) => {
    const outcome = await fetcher.fetch({ url });
    if (!outcome.ok) return { ok: false, detail: outcome.detail };
    const { text: html } = decodeBody(outcome.body, outcome.headers['content-type'] ?? null);
    const { title, text } = extractArticle(html, { url: outcome.url });
    return { ok: true, title, text };
  };
}
