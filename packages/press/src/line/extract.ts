import { z } from 'zod';
import { extractArticle } from '../article/extract.ts';
import { type OutletRules, rulesFor } from '../article/rules.ts';
import { decodeBody } from '../charset/decode.ts';

/** A page to extract: as text, or as the bytes that were fetched with their Content-Type. */
export const extractInputSchema = z
  .object({
    id: z.union([z.string(), z.number()]),
    url: z.string().default(''),
    html: z.string().optional(),
    htmlBase64: z.base64().optional(),
    contentType: z.string().nullish(),
  })
  .refine((line) => line.html !== undefined || line.htmlBase64 !== undefined, {
    error: 'Thiếu nội dung trang: cần trường html hoặc htmlBase64.',
  });
export type ExtractInput = z.infer<typeof extractInputSchema>;

export interface ExtractLine {
  readonly id: string | number;
  readonly url: string;
  readonly canonicalUrl: string;
  readonly title: string;
  readonly text: string;
  readonly byline: string | null;
  readonly authors: readonly string[];
  readonly publishedAt: string | null;
  readonly modifiedAt: string | null;
  readonly language: string;
  readonly siteName: string | null;
}

/** Extracts one page for the command line's `extract`. @param rules outlets' own rules, chosen by the page's host */
export function extractLine(input: ExtractInput, rules: readonly OutletRules[] = []): ExtractLine {
  const html = input.html ?? decodeBody(Buffer.from(input.htmlBase64 ?? '', 'base64'), input.contentType ?? null).text;
  const {
    leadImage: _leadImage,
    leadCaption: _leadCaption,
    ...article
  } = extractArticle(html, {
    url: input.url,
    rules: rulesFor(rules, input.url),
  });
  return { id: input.id, url: input.url, ...article };
}
