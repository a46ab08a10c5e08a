import type { FetchedPage } from '@lamro/domain';
import { decodeBody } from '../charset/decode.ts';

export function textOf(page: FetchedPage): string {
  return decodeBody(page.body, page.headers['content-type'] ?? null).text;
}

/** Whether a text is a web page and no feed or sitemap, whatever it was served as. */
export function isPage(text: string): boolean {
  const head = text.slice(0, 4_000);
  return (
    /<(?:!doctype\s+html|html|head|body)[\s>]/i.test(head) &&
    !/<(?:rss|feed|rdf:rdf|urlset|sitemapindex)[\s>]/i.test(head)
  );
}
