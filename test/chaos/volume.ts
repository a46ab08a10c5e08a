import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { World } from './world.ts';

/** Whether this machine lets us mount a volume of limited size. */
export const CAN_MOUNT = process.platform === 'linux' && process.getuid?.() === 0;

/**
 * Puts the archive and then the database onto volumes of limited size and fills them to the last byte while work goes on.
 * Needs root on Linux; elsewhere nothing is done, and the counts say so.
 */
export async function fillVolumes(world: World): Promise<Record<string, number>> {
  if (!CAN_MOUNT) return { 'volumes filled': 0 };
  const archive = join(world.folder, 'home', 'archive');
  await onSmallVolume(archive, 8, async () => fillFor(archive, 8_000));
  await world.ledger.stop();
  const data = join(world.folder, 'postgres');
  await onSmallVolume(data, 400, async () => {
    await world.ledger.start();
    await sleep(2_000);
    await fillFor(data, 8_000);
    await world.ledger.stop();
    await world.ledger.start();
    await sleep(3_000);
    await world.ledger.stop();
  });
  await world.ledger.start();
  return { 'volumes filled': 2 };
}

/** Moves a folder onto a tmpfs of so many MiB for the length of `work`, and back with what was written. */
async function onSmallVolume(folder: string, mebibytes: number, work: () => Promise<void>): Promise<void> {
  const aside = `${folder}.aside`;
  const mount = (): void => {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'tmpfs', folder]);
  };
  const keep = (from: string, to: string): void => {
    execFileSync('cp', ['-a', `${from}/.`, to]);
  };
  renameSync(folder, aside);
  mkdirSync(folder);
  mount();
  keep(aside, folder);
  try {
    await work();
  } finally {
    rmSync(aside, { recursive: true });
    mkdirSync(aside);
    keep(folder, aside);
    execFileSync('umount', ['-l', folder]);
    rmSync(folder, { recursive: true });
    renameSync(aside, folder);
  }
}

/** Leaves not one block free, for a while. */
async function fillFor(folder: string, milliseconds: number): Promise<void> {
  const ballast = join(folder, 'ballast');
  const { bavail, bsize } = statfsSync(folder);
  let size = bavail * bsize;
  for (; size > 0; size -= bsize) {
    try {
      writeFileSync(ballast, Buffer.alloc(size));
      break;
    } catch {
      // Something else took the last blocks meanwhile: that is what this is for.
      rmSync(ballast, { force: true });
    }
  }
  await sleep(milliseconds);
  rmSync(ballast, { force: true });
}
