import { type FollowedFilter, type ItemRow, type Pool, searchItems, viewItems } from '@lamro/database';
import { Feed } from 'feed';
import { asMarkup, sound } from '../clarification/feeds.ts';
import { itemFilter, streamQuery } from '../stream/filter.ts';

const NEWEST = 50;

/** The newest items of a filter, as its owner would see them in the stream. */
export async function followedItems(pool: Pool, filter: FollowedFilter): Promise<readonly ItemRow[]> {
  const query = streamQuery.parse(Object.fromEntries(new URLSearchParams(filter.query)));
  const wanted = { ...itemFilter(query, { profile: filter.profile, reader: filter.ownerId }), limit: NEWEST };
  if (query.q === null) return viewItems(pool, wanted);
  return searchItems(pool, { ...wanted, text: query.q, offset: 0 });
}

/** Titles, excerpts and links; the text of an article stays with its outlet. */
export function itemFeed(
  filter: FollowedFilter,
  items: readonly ItemRow[],
  at: { readonly baseUrl: string; readonly self: string },
  format: 'atom' | 'json',
): string {
  const told = format === 'atom' ? asMarkup : sound;
  const feed = new Feed({
    id: at.self,
    title: sound(filter.name),
    link: new URL(`/stream?${filter.query}`, at.baseUrl).href,
    copyright: '',
    generator: 'Làm Rõ',
    feedLinks: { self: at.self },
    updated: items[0]?.firstSeenAt ?? new Date(0),
  });
  for (const item of items)
    feed.addItem({
      id: new URL(`/articles/${item.id}`, at.baseUrl).href,
      link: sound(item.url),
      title: told(item.title),
      description: told(item.summary),
      // Readers draw this field as HTML, whatever stands in it.
      ...(format === 'json' ? { content: asMarkup(item.summary) } : {}),
      date: item.publishedAt ?? item.firstSeenAt,
      published: item.publishedAt ?? item.firstSeenAt,
      author: [{ name: sound(item.outlet) }],
    });
  return format === 'atom' ? feed.atom1() : feed.json1();
}
