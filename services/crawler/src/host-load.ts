/** How many jobs of this process are under way per host. */
export interface HostLoad {
  /** Whether enough jobs already wait for this host; more would only keep jobs of other hosts from a worker. */
  isFull(host: string): boolean;
  run<Result>(host: string, work: () => Promise<Result>): Promise<Result>;
}

/** One that is fetching and one that waits for its turn: the host is never idle, and no worker stands in a longer line. */
const MOST_PER_HOST = 2;

export function createHostLoad(): HostLoad {
  const underWay = new Map<string, number>();
  const change = (host: string, by: number): void => {
    const now = (underWay.get(host) ?? 0) + by;
    if (now === 0) underWay.delete(host);
    else underWay.set(host, now);
  };
  return {
    isFull: (host) => (underWay.get(host) ?? 0) >= MOST_PER_HOST,
    run: async (host, work) => {
      change(host, 1);
      try {
        return await work();
      } finally {
        change(host, -1);
      }
    },
  };
}

/** What a job is told whose host has enough jobs waiting. */
export const HOST_BUSY = { laterMs: 700 } as const;
