import type { Logger, Shutdown } from '@lamro/runtime';
import type { Pool } from '../connection/connection.ts';
import { listHostDelays } from '../queries/sources/list-host-delays.ts';

/** How often a process looks for what operators changed. */
const REFRESH_MS = 60_000;

export interface HostDelays {
  /** The spacing that an operator set for a host, in milliseconds, or null. */
  delayMs(host: string): number | null;
  refresh(): Promise<void>;
}

/** The spacing of every host for which a source sets one; where two do, the longer holds. */
export function createHostDelays(pool: Pool): HostDelays {
  let delays: ReadonlyMap<string, number> = new Map();
  return {
    delayMs: (host) => delays.get(host) ?? null,
    refresh: async () => {
      const next = new Map<string, number>();
      for (const { url, delaySeconds } of await listHostDelays(pool)) {
        const host = URL.parse(url)?.host;
        if (host !== undefined && delaySeconds >= 0)
          next.set(host, Math.max(next.get(host) ?? 0, Math.round(delaySeconds * 1000)));
      }
      delays = next;
    },
  };
}

/** Reads the delays now and again every minute until the process ends. */
export async function followHostDelays(pool: Pool, logger: Logger, shutdown: Shutdown): Promise<HostDelays> {
  const delays = createHostDelays(pool);
  await delays.refresh();
  const timer = setInterval(() => {
    delays.refresh().catch((error: unknown) => logger.warn({ err: error }, 'host delays not refreshed'));
  }, REFRESH_MS);
  timer.unref();
  shutdown.on('intake', 'host delays', () => clearInterval(timer));
  return delays;
}
