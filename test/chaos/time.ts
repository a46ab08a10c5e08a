import { chmodSync, globSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { World } from './world.ts';

/** Moves the time that a program sees; Debian's package libfaketime. */
const FAKETIME = globSync('/usr/lib/*/faketime/libfaketime.so.1')[0];
const HOUR_S = 3_600;
/** Seconds by which the clocks go wrong, one after the other. */
const JUMPS = [2 * HOUR_S, -2 * HOUR_S, 90, -90];

/** Moves the services' clocks and the database's time apart, forward and back. Without libfaketime only the services' clocks move. */
export async function moveClocks(world: World): Promise<Record<string, number>> {
  const file = join(world.folder, 'database-time');
  const set = (seconds: number): void => {
    writeFileSync(file, `${seconds >= 0 ? '+' : ''}${seconds}s\n`);
    chmodSync(file, 0o644);
  };
  set(0);
  if (FAKETIME !== undefined) await restart(world, shimFor(FAKETIME, file));
  for (const jump of JUMPS) {
    world.setClock(jump * 1_000);
    await sleep(3_000);
    set(jump);
    await sleep(3_000);
    world.setClock(0);
    await sleep(3_000);
  }
  set(0);
  const moved = FAKETIME === undefined ? 0 : await furthest(world, set);
  if (FAKETIME !== undefined) await restart(world);
  return { 'clock moves': JUMPS.length * 2, 'database moved s': moved };
}

/** Proof that the database really lives in another time when it is told to. */
async function furthest(world: World, set: (seconds: number) => void): Promise<number> {
  set(2 * HOUR_S);
  await sleep(500);
  const { rows } = await world.pool().query<{ now: Date }>('select clock_timestamp() as now');
  set(0);
  await sleep(500);
  return Math.round(((rows[0]?.now.getTime() ?? Date.now()) - Date.now()) / 1_000);
}

function shimFor(library: string, file: string): string {
  const settings = { FAKETIME_TIMESTAMP_FILE: file, FAKETIME_NO_CACHE: '1', FAKETIME_DONT_FAKE_MONOTONIC: '1' };
  const assigned = Object.entries(settings).map(([name, value]) => `${name}="${value}"`);
  return `LD_PRELOAD="${library}" ${assigned.join(' ')}`;
}

async function restart({ ledger }: World, shim?: string): Promise<void> {
  await ledger.stop();
  await ledger.start(shim);
}
