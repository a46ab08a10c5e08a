import type { PressItem } from '@lamro/domain';

/** Items of one place that are kept for comparison, and for how long. */
const KEPT = 6;
const DAYS = 30;

/** Recent items that name a place which a new item names too. */
export interface Nearby {
  /** Items before this one, at most six, the latest last. */
  readonly find: (item: PressItem, places: readonly string[]) => readonly PressItem[];
  readonly add: (item: PressItem, places: readonly string[]) => void;
}

/** Remembers the latest items of each place; what it holds grows with the places, not with the items. */
export function createNearby(): Nearby {
  const byPlace = new Map<string, PressItem[]>();
  return {
    find: (item, places) => {
      const all = new Set(places.flatMap((place) => byPlace.get(place) ?? []));
      return [...all].filter((other) => liesNear(other, item)).slice(-KEPT);
    },
    add: (item, places) => {
      for (const place of new Set(places)) byPlace.set(place, [...(byPlace.get(place) ?? []), item].slice(-KEPT));
    },
  };
}

function liesNear(a: PressItem, b: PressItem): boolean {
  const days = (Date.parse(b.publishedAt ?? '') - Date.parse(a.publishedAt ?? '')) / 86_400_000;
  return Math.abs(days) <= DAYS;
}
