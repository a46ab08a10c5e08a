import {
  NEIGHBOUR_DAYS,
  NEIGHBOURS_COMPARED,
  type PreparedContext,
  type RelatedItem,
  TELLINGS_COMPARED,
} from '@lamro/analysis';
import { findNeighbours, findOtherTellings, type Queryable, saveItemPlaces, type TellingRow } from '@lamro/database';
import type { Mention, PressItem } from '@lamro/domain';

export interface NewTelling {
  readonly profile: string;
  readonly articleId: string;
  readonly storyId: string;
  /** When it was published or, where it does not say, first seen. */
  readonly at: Date;
  readonly mentions: readonly Pick<Mention, 'unit'>[];
}

/**
 * Stored articles beside which a new one is judged: those of its story, and the newest ones of each place below the province
 * that it names, as `createJudge` has them. What is read does not grow with what is stored.
 */
export async function relatedTo(
  db: Queryable,
  telling: NewTelling,
  placeName: PreparedContext['placeName'],
): Promise<RelatedItem[]> {
  const { profile, articleId, storyId, at } = telling;
  const places = [...new Set(telling.mentions.flatMap(({ unit }) => placeName(unit) ?? []))];
  await saveItemPlaces(db, { profile, articleId, places, at });
  const tellings = await findOtherTellings(db, { storyId, except: articleId, ...TELLINGS_COMPARED });
  const question = { profile, articleId, places, at, withinDays: NEIGHBOUR_DAYS, limit: NEIGHBOURS_COMPARED };
  const neighbours = places.length === 0 ? [] : await findNeighbours(db, question);
  const told = new Set(tellings.map((other) => other.article_id));
  return [
    ...tellings.map((other) => ({ item: itemOfTelling(other), sameStory: true })),
    ...neighbours
      .filter((other) => !told.has(other.article_id))
      .map((other) => ({ item: itemOfTelling(other), sameStory: false })),
  ];
}

function itemOfTelling(telling: TellingRow): PressItem {
  return {
    id: telling.article_id,
    url: telling.url,
    title: telling.title,
    text: telling.body,
    language: telling.language,
    publishedAt: publishedOf(telling),
    outletCountry: telling.country,
  };
}

/** When an article was published, by the clock of its outlet where the page printed one; else when it was first seen. */
export function publishedOf(row: Pick<TellingRow, 'published_at' | 'published_as_printed' | 'first_seen_at'>): string {
  return row.published_as_printed ?? (row.published_at ?? row.first_seen_at).toISOString();
}
