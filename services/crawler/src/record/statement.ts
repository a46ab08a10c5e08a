import type { OfficialRecord } from '@lamro/domain';
import { decodeBody, extractArticle, type ListedItem } from '@lamro/press';

/** As Vietnamese documents are numbered: 123/UBND-NV, 45/BC-SNgV. */
const DOCUMENT_NUMBER = /(?<![\p{L}\d])số[:\s]{1,3}(\d{1,5}\s?\/\s?[\p{Lu}\d][\p{L}\d/&.-]{1,40})/u;
const UNNUMBERED = 'không ghi số';
const LONGEST_TEXT = 20_000;

/**
 * What a portal announces on one of its pages, as an official statement, or null where the page says nothing.
 *
 * @param portal name of the portal, as the record's source
 */
export function readStatement(
  item: ListedItem,
  page: { body: Uint8Array; headers: Readonly<Record<string, string>>; url: string },
  portal: string,
): OfficialRecord | null {
  const article = extractArticle(decodeBody(page.body, page.headers['content-type'] ?? null).text, { url: page.url });
  if (article.text === '') return null;
  const title = article.title || item.title;
  const text = `${title}\n\n${article.text}`.replaceAll('\u0000', '').slice(0, LONGEST_TEXT);
  const day = (article.publishedAt ?? item.publishedAt)?.slice(0, 10) ?? null;
  return {
    id: item.canonicalUrl,
    kind: 'statement',
    text,
    documentNumber: DOCUMENT_NUMBER.exec(text)?.[1]?.replace(/\s/g, '') ?? UNNUMBERED,
    source: portal,
    sourceUrl: page.url,
    ...(day !== null && /^\d{4}-\d{2}-\d{2}$/.test(day) ? { validFrom: day } : {}),
  };
}
