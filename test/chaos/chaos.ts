// `pnpm chaos`: breaks a whole installation in every way that we know and prints what became of it. See docs/chaos.md.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as faults from './faults.ts';
import { playRound, type Round } from './run.ts';
import { tableOf } from './table.ts';
import { checkOutBefore, openOldWorld, upgradeUnderWay } from './versions.ts';
import { type Backend, openWorld, type World } from './world.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    backend: { type: 'string', default: 'both' },
    kills: { type: 'string', default: '100' },
    settle: { type: 'string', default: '400' },
    articles: { type: 'string', default: '20' },
    short: { type: 'boolean', default: false },
    /** The older version of `versions`; found by its migrations when absent. */
    old: { type: 'string' },
  },
});
const ALL: Readonly<Record<string, faults.Fault>> = {
  kill: faults.killServices(Number(values.kills), () => 500 + Math.random() * 5_000),
  database: faults.restartDatabase,
  redis: faults.emptyRedis,
  volume: faults.fullVolume,
  clock: faults.movedClocks,
  network: faults.badNetwork,
  receivers: faults.badReceivers,
  doubled: faults.doubledJobs,
};
/** Needs a world of its own, which begins on an older schema. */
const VERSIONS = 'versions';
const names = [...Object.keys(ALL), VERSIONS];
const wanted = positionals.length === 0 ? names : positionals;
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`No fault named ${unknown.join(', ')}; there are: ${names.join(', ')}\n`);
  process.exit(2);
}
const options = { articles: Number(values.articles), settleWithinMs: Number(values.settle) * 1_000 };
const backends = (['postgres', 'redis'] as const).filter(
  (name) => values.backend === 'both' || values.backend === name,
);
const rounds: Round[] = [];
for (const backend of backends) await playBackend(backend);
process.stdout.write(`\n${tableOf(rounds)}\n`);
process.exit(rounds.length === 0 || rounds.some((round) => round.violations.length > 0) ? 1 : 0);

async function playBackend(backend: Backend): Promise<void> {
  const played = wanted.flatMap((name) => ALL[name] ?? []).filter(({ only = backend }) => only === backend);
  if (played.length > 0) await inWorld(() => openWorld({ backend }), played);
  if (!wanted.includes(VERSIONS)) return;
  const old = checkOutBefore(join(mkdtempSync(join(tmpdir(), 'lamro-old-')), 'checkout'), values.old);
  try {
    await inWorld(() => openOldWorld(old, { backend }), [upgradeUnderWay(old)]);
  } finally {
    old.remove();
  }
}

/** Plays one fault after the other in one world, then waits until senders that died have lost their leases and looks again. */
async function inWorld(open: () => Promise<World>, played: readonly faults.Fault[]): Promise<void> {
  const world = await open();
  const stop = (): void => void world.close().finally(() => process.exit(130));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    for (const fault of [...played, ...(values.short ? [] : [faults.nothing])]) {
      const round = await playRound(world, fault, options);
      rounds.push(round);
      process.stdout.write(`${JSON.stringify(round)}\n`);
    }
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
    await world.close();
  }
}
