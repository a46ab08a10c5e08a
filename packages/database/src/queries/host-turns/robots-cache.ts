import type { Queryable } from '../../connection/connection.ts';
import { findRobotsFile, type RobotsFile, saveRobotsFile } from './robots-files.ts';

/** How long a process goes by its own copy before it looks whether another one has a newer file. */
const OWN_COPY_MS = 60_000;
const MOST_COPIES = 5_000;

/** The robots.txt files of all workers: what one of them fetched, the others need not. */
export interface SharedRobotsCache {
  read(origin: string): Promise<RobotsFile | null>;
  write(file: RobotsFile): Promise<void>;
}

export function createRobotsCache(db: Queryable): SharedRobotsCache {
  const copies = new Map<string, { readonly file: RobotsFile; readonly until: number }>();
  const keep = (file: RobotsFile): void => {
    if (copies.size >= MOST_COPIES) copies.clear();
    copies.set(file.origin, { file, until: Date.now() + OWN_COPY_MS });
  };
  return {
    read: async (origin) => {
      const copy = copies.get(origin);
      // Once a copy has run out another process may hold a newer file.
      if (copy !== undefined && Math.min(copy.until, copy.file.expiresAt.getTime()) > Date.now()) return copy.file;
      const file = await findRobotsFile(db, origin);
      if (file !== null) keep(file);
      return file;
    },
    write: async (file) => {
      await saveRobotsFile(db, file);
      keep(file);
    },
  };
}
