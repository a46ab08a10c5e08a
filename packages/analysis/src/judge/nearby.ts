import type { PressItem } from '@lamro/domain';

/** Items of one place that are held beside a new one, at most, and how many days their publication may lie apart. */
export const NEIGHBOURS_COMPARED = 6;
export const NEIGHBOUR_DAYS = 30;

/** Recent items that name a place which a new item names too. */
export interface Nearby {
  /** Items before this one, at most {@link NEIGHBOURS_COMPARED}, the latest last. */
  readonly find: (item: PressItem, places: readonly string[]) => readonly PressItem[];
  readonly add: (item: PressItem, places: readonly string[]) => void;
}

/** Remembers the latest items of each place; what it holds grows with the places, not with the items. */
export function createNearby(): Nearby {
  const byPlace = new Map<string, PressItem[]>();
  return {
    find: (item, places) => {
      const all = new Set(places.flatMap((place) => byPlace.get(place) ?? []));
      return [...all]
        .filter((other) => liesNear(other, item))
        .sort((a, b) => timeOf(a) - timeOf(b))
        .slice(-NEIGHBOURS_COMPARED);
    },
    add: (item, places) => {
      for (const place of new Set(places))
        byPlace.set(place, [...(byPlace.get(place) ?? []), item].slice(-NEIGHBOURS_COMPARED));
    },
  };
}

function liesNear(a: PressItem, b: PressItem): boolean {
  return Math.abs(timeOf(b) - timeOf(a)) / 86_400_000 <= NEIGHBOUR_DAYS;
}

function timeOf({ publishedAt }: PressItem): number {
  return Date.parse(publishedAt ?? '');
}
