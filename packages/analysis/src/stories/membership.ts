/** Which story each article stands in; merging and moving cost the same however large the stories are. */
export interface Membership {
  /** Story of the article with this number. */
  storyOf(article: number): string;
  put(article: number, story: string): void;
  merge(from: string, into: string): void;
  has(story: string): boolean;
  /** A story name not in use: the base itself, else the base with a number. */
  freshName(base: string): string;
}

export function createMembership(): Membership {
  const names: string[] = [];
  const numbers = new Map<string, number>();
  const mergedInto = new Map<number, number>();
  const stories: number[] = [];

  const numberOf = (story: string): number => {
    const known = numbers.get(story);
    if (known !== undefined) return known;
    numbers.set(story, names.length);
    return names.push(story) - 1;
  };
  const root = (story: number): number => {
    let found = story;
    for (let next = mergedInto.get(found); next !== undefined; next = mergedInto.get(found)) found = next;
    return found;
  };
  return {
    storyOf: (article) => names[root(stories[article] ?? -1)] ?? '',
    put(article, story) {
      stories[article] = numberOf(story);
    },
    merge(from, into) {
      const source = root(numberOf(from));
      const target = root(numberOf(into));
      if (source !== target) mergedInto.set(source, target);
    },
    has: (story) => numbers.has(story),
    freshName(base) {
      let name = base;
      for (let number = 2; numbers.has(name); number += 1) name = `${base}~${number}`;
      return name;
    },
  };
}
