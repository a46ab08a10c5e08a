import { z } from 'zod';
import { type DraftFeed, type DraftItem, emptyItem } from './draft.ts';

const text = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .catch(null);
const authors = z
  .array(z.object({ name: text }))
  .nullish()
  .catch(null);
const itemSchema = z.object({
  id: text,
  url: text,
  external_url: text,
  title: text,
  summary: text,
  content_html: text,
  content_text: text,
  date_published: text,
  date_modified: text,
  author: z.object({ name: text }).nullish().catch(null),
  authors,
  tags: z.array(z.string()).nullish().catch(null),
});
const feedSchema = z.object({
  version: text,
  title: text,
  home_page_url: text,
  language: text,
  items: z.array(z.unknown()),
});

/** Reads JSON Feed 1.0 and 1.1; items that are no objects are passed over. Null where the JSON is something else. */
export function readJsonFeed(json: string): DraftFeed | null {
  const value = parseJson(json);
  const feed = feedSchema.safeParse(value);
  if (!feed.success) return null;
  const version = /jsonfeed\.org\/version\/([\d.]{1,8})/.exec(feed.data.version ?? '')?.[1] ?? '1';
  return {
    title: feed.data.title ?? '',
    link: feed.data.home_page_url ?? '',
    language: feed.data.language ?? '',
    format: `json-feed-${version}`,
    items: feed.data.items.flatMap((item) => {
      const parsed = itemSchema.safeParse(item);
      return parsed.success ? [readItem(parsed.data)] : [];
    }),
  };
}

function readItem(item: z.infer<typeof itemSchema>): DraftItem {
  const names = [...(item.authors ?? []), ...(item.author ? [item.author] : [])].map((author) => author.name ?? '');
  return {
    ...emptyItem(),
    id: item.id ?? '',
    title: item.title ?? '',
    link: item.url ?? item.external_url ?? '',
    published: item.date_published ?? '',
    updated: item.date_modified ?? '',
    author: [...new Set(names.filter((name) => name !== ''))].join(', '),
    summary: item.summary ?? item.content_text ?? '',
    content: item.content_html ?? '',
    categories: [...(item.tags ?? [])],
  };
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
