/** What one origin's robots.txt said, until when we go by it. */
export interface RobotsRecord {
  readonly origin: string;
  /** `rules`: as in `text`. `open`: there is no file (4xx). `closed`: the server could not answer (5xx), so nobody may come. */
  readonly verdict: 'rules' | 'open' | 'closed';
  readonly text: string;
  readonly expiresAt: Date;
}

/** Where robots.txt files are kept between requests; workers may share one. */
export interface RobotsCache {
  read(origin: string): Promise<RobotsRecord | null>;
  write(record: RobotsRecord): Promise<void>;
}

/**
 * A cache in this process that forgets the record longest unwritten when it grows.
 *
 * @param maxChars most characters of text kept in all
 */
export function memoryRobotsCache(maxChars = 16_000_000, maxOrigins = 10_000): RobotsCache {
  const records = new Map<string, RobotsRecord>();
  let chars = 0;
  const forget = (record: RobotsRecord): void => {
    records.delete(record.origin);
    chars -= record.text.length;
  };
  return {
    read: async (origin) => records.get(origin) ?? null,
    write: async (record) => {
      const old = records.get(record.origin);
      if (old !== undefined) forget(old);
      records.set(record.origin, record);
      chars += record.text.length;
      for (const oldest of records.values()) {
        if (chars <= maxChars && records.size <= maxOrigins) break;
        forget(oldest);
      }
    },
  };
}
