import { z } from 'zod';

/** An article as analysis sees it. Times are ISO 8601 with offset; `outletCountry` is ISO 3166-1 alpha-2. */
export const pressItemSchema = z.object({
  id: z.union([z.string().min(1), z.number().transform(String)]),
  url: z.string().default(''),
  title: z.string().default(''),
  text: z.string().default(''),
  language: z.string().nullish(),
  publishedAt: z.string().nullish(),
  outletCountry: z.string().nullish(),
  at: z.string().nullish(),
});
export type PressItem = z.infer<typeof pressItemSchema>;

/** What extraction reads out of one page. Absent values are null, never invented. */
export interface ExtractedArticle {
  readonly canonicalUrl: string;
  readonly title: string;
  readonly text: string;
  readonly byline: string | null;
  readonly authors: readonly string[];
  readonly publishedAt: string | null;
  readonly modifiedAt: string | null;
  readonly language: string;
  readonly siteName: string | null;
  readonly leadImage: string | null;
  /** What the page says that the lead picture shows. */
  readonly leadCaption: string | null;
}
