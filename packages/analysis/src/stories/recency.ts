/** Remembers under each key the last few articles that carried it, in memory of fixed size. */
export interface RecencyTable {
  add(key: number, article: number): void;
  /** Articles last seen under the key, newest first; a few may belong to another key that shares the bucket. */
  recent(key: number): number[];
}

/**
 * @param buckets number of buckets, a power of two; keys that share a bucket push each other out sooner
 * @param slots articles that a bucket remembers
 */
export function createRecencyTable(buckets: number, slots: number): RecencyTable {
  if ((buckets & (buckets - 1)) !== 0) throw new Error(`Số ngăn phải là luỹ thừa của 2, không phải ${buckets}.`);
  // One more than the article, so that memory which was never written to is an empty slot: the system hands it out when it is used.
  const table = new Int32Array(buckets * slots);
  const next = new Uint8Array(buckets);
  const bucketOf = (key: number): number => key & (buckets - 1);
  return {
    add(key, article) {
      const bucket = bucketOf(key);
      const slot = (next[bucket] ?? 0) % slots;
      table[bucket * slots + slot] = article + 1;
      next[bucket] = (slot + 1) % slots;
    },
    recent(key) {
      const bucket = bucketOf(key);
      const newest = (next[bucket] ?? 0) + slots - 1;
      const found: number[] = [];
      for (let back = 0; back < slots; back += 1) {
        const article = (table[bucket * slots + ((newest - back) % slots)] ?? 0) - 1;
        if (article >= 0) found.push(article);
      }
      return found;
    },
  };
}
