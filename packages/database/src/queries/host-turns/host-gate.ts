import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { HostGate } from '@lamro/domain';
import type { Queryable } from '../../connection/connection.ts';
import { leaveHostTurn } from './leave-host-turn.ts';
import { takeHostTurn } from './take-host-turn.ts';

/** A worker that died gives its turn back after this long. */
const LEASE_SECONDS = 120;
const LONGEST_PAUSE_MS = 2_000;

/** A gate that holds across all workers on all machines: one row per host, one holder at a time, spaced starts. */
export function createHostGate(db: Queryable): HostGate {
  return {
    enter: async (host, delayMs, signal) => {
      const holder = randomUUID();
      for (;;) {
        signal.throwIfAborted();
        const waitMs = await takeHostTurn(db, { host, holder, delayMs, leaseSeconds: LEASE_SECONDS });
        if (waitMs === 0) return { leave: (retryAfterMs = 0) => leaveHostTurn(db, { host, holder, retryAfterMs }) };
        await sleep(Math.min(LONGEST_PAUSE_MS, Math.max(20, waitMs)), undefined, { signal });
      }
    },
  };
}
