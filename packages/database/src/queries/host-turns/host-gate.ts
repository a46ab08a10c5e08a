import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { HostGate, HostTurn } from '@lamro/domain';
import type { Queryable } from '../../connection/connection.ts';
import { keepHostTurn } from './keep-host-turn.ts';
import { leaveHostTurn } from './leave-host-turn.ts';
import { takeHostTurn } from './take-host-turn.ts';

/** A worker that died gives its turn back after this long; one that lives renews it in time. */
const LEASE_SECONDS = 30;
const RENEW_EVERY_MS = 10_000;
const LONGEST_PAUSE_MS = 2_000;
const LEAVE_AGAIN_MS = 1_000;

/** A gate that holds across all workers on all machines: one row per host, one holder at a time, spaced starts. */
export function createHostGate(db: Queryable): HostGate {
  return {
    enter: async (host, delayMs, signal) => {
      const holder = randomUUID();
      for (;;) {
        signal.throwIfAborted();
        const waitMs = await takeHostTurn(db, { host, holder, delayMs, leaseSeconds: LEASE_SECONDS });
        if (waitMs === 0) return hold(db, host, holder);
        await sleep(Math.min(LONGEST_PAUSE_MS, Math.max(20, waitMs)), undefined, { signal });
      }
    },
  };
}

function hold(db: Queryable, host: string, holder: string): HostTurn {
  const renewal = setInterval(() => {
    // One renewal that fails leaves time for the next; without any the turn comes free, as it should.
    keepHostTurn(db, { host, holder, leaseSeconds: LEASE_SECONDS }).catch(() => undefined);
  }, RENEW_EVERY_MS);
  renewal.unref();
  return {
    leave: async (retryAfterMs = 0) => {
      clearInterval(renewal);
      const turn = { host, holder, retryAfterMs };
      // What was fetched must not be lost because the database is away for the moment of giving back.
      await leaveHostTurn(db, turn).catch(() => void leaveLater(db, turn));
    },
  };
}

/** Tries for as long as the lease lasts; after that there is nothing to give back. */
async function leaveLater(db: Queryable, turn: Parameters<typeof leaveHostTurn>[1]): Promise<void> {
  const until = performance.now() + LEASE_SECONDS * 1_000;
  while (performance.now() < until) {
    await sleep(LEAVE_AGAIN_MS, undefined, { ref: false });
    const left = await leaveHostTurn(db, turn).then(
      () => true,
      () => false,
    );
    if (left) return;
  }
}
