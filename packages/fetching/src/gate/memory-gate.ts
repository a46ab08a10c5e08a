import { setTimeout as sleep } from 'node:timers/promises';
import type { HostGate, HostTurn } from '@lamro/domain';

/** Hosts remembered before idle ones are forgotten. */
const SWEEP_ABOVE = 4096;

interface HostState {
  /** Settles when the turn before the next one has been given back. */
  tail: Promise<void>;
  waiting: number;
  lastStart: number;
  delayMs: number;
  heldUntil: number;
}

/**
 * A {@link HostGate} for one process: one request at a time per host, in order of arrival, spaced by the delay. It goes
 * by the monotonic clock, so that a clock that is set back or forward neither floods a host nor starves it.
 */
export function memoryHostGate(): HostGate {
  const hosts = new Map<string, HostState>();
  return { enter: (host, delayMs, signal) => enter(hosts, host, delayMs, signal) };
}

async function enter(
  hosts: Map<string, HostState>,
  host: string,
  delayMs: number,
  signal: AbortSignal,
): Promise<HostTurn> {
  signal.throwIfAborted();
  const state = stateOf(hosts, host);
  const turn = Promise.withResolvers<void>();
  const before = state.tail;
  state.tail = turn.promise;
  state.waiting += 1;
  const giveBack = (): void => {
    state.waiting -= 1;
    turn.resolve();
  };
  try {
    await orAborted(before, signal);
    await waitUntil(() => Math.max(state.lastStart + delayMs, state.heldUntil), signal);
  } catch (error) {
    // The turn is passed on only after the one before it, or two would hold the host at once.
    void before.then(giveBack);
    throw error;
  }
  state.lastStart = performance.now();
  state.delayMs = delayMs;
  return onceLeft(state, giveBack);
}

function onceLeft(state: HostState, giveBack: () => void): HostTurn {
  let left = false;
  return {
    leave: async (retryAfterMs = 0) => {
      if (left) return;
      left = true;
      if (retryAfterMs > 0) state.heldUntil = Math.max(state.heldUntil, performance.now() + retryAfterMs);
      giveBack();
    },
  };
}

function stateOf(hosts: Map<string, HostState>, host: string): HostState {
  const known = hosts.get(host);
  if (known !== undefined) return known;
  if (hosts.size >= SWEEP_ABOVE) forgetIdle(hosts);
  const state = { tail: Promise.resolve(), waiting: 0, lastStart: Number.NEGATIVE_INFINITY, delayMs: 0, heldUntil: 0 };
  hosts.set(host, state);
  return state;
}

function forgetIdle(hosts: Map<string, HostState>): void {
  const now = performance.now();
  for (const [host, state] of hosts) {
    if (state.waiting === 0 && Math.max(state.lastStart + state.delayMs, state.heldUntil) <= now) hosts.delete(host);
  }
}

/** `due` is read again after each wait, because a turn given back meanwhile may have moved it. */
async function waitUntil(due: () => number, signal: AbortSignal): Promise<void> {
  for (;;) {
    const left = due() - performance.now();
    if (left <= 0) return;
    await sleep(Math.ceil(left), undefined, { signal });
  }
}

async function orAborted(promise: Promise<void>, signal: AbortSignal): Promise<void> {
  const aborted = Promise.withResolvers<never>();
  const abort = (): void => aborted.reject(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  try {
    await Promise.race([promise, aborted.promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
