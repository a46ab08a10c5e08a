// `pnpm chaos`: breaks a whole installation in every way that we know and prints what became of it. See docs/chaos.md.
import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { badReceivers } from './bad-receivers.ts';
import type { Fault } from './fault.ts';
import * as faults from './faults.ts';
import { killServices } from './kill.ts';
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
    /** Articles that come out during the kills; the press has some 220 for all faults together. */
    'articles-of-kills': { type: 'string', default: '112' },
    /** Articles that come out during each other fault. */
    articles: { type: 'string', default: '12' },
    short: { type: 'boolean', default: false },
    /** The older version of `versions`; found by its migrations when absent. */
    old: { type: 'string' },
  },
});
/** Comes first and in a world that began on an older schema: what follows happens to an installation that was upgraded. */
const VERSIONS = 'versions';
const kills = killServices({
  timesEach: Number(values.kills),
  pauseMs: () => Math.random() * 1_500,
  calmEvery: 20,
});
// Senders that die early have lost their letters' leases by the end, which waits for that.
const ALL: Readonly<Record<string, Fault>> = {
  kill: kills,
  receivers: badReceivers,
  doubled: faults.doubledJobs,
  network: faults.badNetwork,
  database: faults.restartDatabase,
  redis: faults.emptyRedis,
  volume: faults.fullVolume,
  clock: faults.movedClocks,
};
const names = [VERSIONS, ...Object.keys(ALL)];
const wanted = positionals.length === 0 ? names : positionals;
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`No fault named ${unknown.join(', ')}; there are: ${names.join(', ')}\n`);
  process.exit(2);
}
const settleWithinMs = Number(values.settle) * 1_000;
const backends = (['postgres', 'redis'] as const).filter(
  (name) => values.backend === 'both' || values.backend === name,
);
const began = Date.now();
const loads: number[] = [];
const rounds: Round[] = [];
for (const backend of backends) await playBackend(backend);
process.stdout.write(`\n${tableOf(rounds)}\n\n${circumstances()}\n`);
process.exit(rounds.length === 0 || rounds.some((round) => round.violations.length > 0) ? 1 : 0);

async function playBackend(backend: Backend): Promise<void> {
  const played = wanted.flatMap((name) => ALL[name] ?? []).filter(({ only = backend }) => only === backend);
  if (!wanted.includes(VERSIONS)) return inWorld(() => openWorld({ backend }), played);
  const old = checkOutBefore(join(mkdtempSync(join(tmpdir(), 'lamro-old-')), 'checkout'), values.old);
  try {
    await inWorld(() => openOldWorld(old, { backend }), [upgradeUnderWay(old), ...played]);
  } finally {
    old.remove();
  }
}

/** Plays one fault after the other in one world, then waits until senders that died have lost their leases and looks again. */
async function inWorld(open: () => Promise<World>, played: readonly Fault[]): Promise<void> {
  if (played.length === 0) return;
  const world = await open();
  const stop = (): void => void world.close().finally(() => process.exit(130));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    for (const fault of [...played, ...(values.short ? [] : [faults.nothing])]) {
      const round = await play(world, fault);
      rounds.push(round);
      loads.push(loadavg()[0] ?? 0);
      process.stdout.write(`${JSON.stringify(round)}\n`);
    }
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
    await world.close();
  }
}

/** A round that cannot be played to its end is a violation, and the next one is played all the same. */
async function play(world: World, fault: Fault): Promise<Round> {
  const articles =
    fault === faults.nothing ? 0 : Number(fault === kills ? values['articles-of-kills'] : values.articles);
  try {
    return await playRound(world, fault, { articles, settleWithinMs });
  } catch (error) {
    const told = error instanceof Error ? error.message : String(error);
    return { fault: fault.name, backend: world.backend, counts: {}, violations: [`not played to its end: ${told}`] };
  }
}

/** What a reader of the table must know: which state of the code, when, how long and how busy the machine was. */
function circumstances(): string {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: import.meta.dirname, encoding: 'utf8' });
  const minutes = Math.round((Date.now() - began) / 60_000);
  const load = `${Math.min(...loads).toFixed(1)} to ${Math.max(...loads).toFixed(1)}`;
  return `Commit ${commit.trim()}, began ${new Date(began).toISOString()}, ${minutes} minutes, load ${load} after the rounds.`;
}
