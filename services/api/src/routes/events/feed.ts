import { type ChangeRow, findChangeBounds, inTransaction, listChanges, type Pool, placeChanges } from '@lamro/database';

/** Changes as they get their positions, read once for all who follow. */
export interface Feed {
  /** The first and last position kept. */
  bounds(): Promise<{ readonly first: number; readonly last: number }>;
  /** Changes of a province after a position, and the position up to which that is everything. */
  read(after: number, profile: string): Promise<{ readonly changes: readonly ChangeRow[]; readonly upTo: number }>;
  /** Settles when something came after the position, or after the given time. */
  wait(after: number, withinMs: number): Promise<void>;
}

export interface FeedOptions {
  readonly pool: Pool;
  readonly everyMs?: number;
  readonly onError?: (error: unknown) => void;
}

const EVERY_MS = 250;
const BATCH = 1_000;
/** Changes held for those who are nearly up to date; others read the ledger. */
const HELD = 5_000;

/** A feed looks into the ledger only while somebody waits for it; what nobody followed is read from there later. */
export function createFeed({ pool, everyMs = EVERY_MS, onError }: FeedOptions): Feed {
  let held: ChangeRow[] = [];
  /** Everything after `floor` up to `top` is held. */
  let floor = 0;
  let top = 0;
  let looking = false;
  const waiting = new Set<() => void>();

  const bounds = async () => {
    await inTransaction(pool, placeChanges);
    const { first, last } = await findChangeBounds(pool);
    return { first: Number(first), last: Number(last) };
  };
  const look = async () => {
    await inTransaction(pool, placeChanges);
    if (top === 0) floor = top = Number((await findChangeBounds(pool)).last);
    const fresh = await listChanges(pool, { after: String(top), profile: null, limit: BATCH });
    if (fresh.length === 0) return;
    held = [...held, ...fresh].slice(-HELD);
    top = Number(fresh.at(-1)?.position ?? top);
    floor = Math.max(floor, Number(held[0]?.position ?? top) - 1);
    for (const wake of waiting) wake();
  };
  const keepLooking = async () => {
    while (waiting.size > 0) {
      await look().catch((error: unknown) => onError?.(error));
      await new Promise((resolve) => setTimeout(resolve, everyMs));
    }
    looking = false;
  };
  return {
    bounds,
    read: async (after, profile) => {
      if (top > 0 && after >= floor) {
        const first = held.findIndex((change) => Number(change.position) > after);
        const changes = first < 0 ? [] : held.slice(first).filter((change) => change.profile === profile);
        return { changes, upTo: Math.max(after, top) };
      }
      const { last } = await bounds();
      const changes = await listChanges(pool, { after: String(after), profile, limit: BATCH });
      const read = Number(changes.at(-1)?.position ?? after);
      return { changes, upTo: changes.length < BATCH ? Math.max(read, last) : read };
    },
    wait: (after, withinMs) =>
      new Promise((resolve) => {
        if (top > after) return resolve();
        const wake = () => {
          clearTimeout(timer);
          waiting.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, withinMs);
        waiting.add(wake);
        if (looking) return;
        looking = true;
        void keepLooking();
      }),
  };
}
