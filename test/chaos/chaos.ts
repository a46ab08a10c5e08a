// `pnpm chaos`: breaks a whole installation in every way that we know and prints what became of it. See docs/chaos.md.
import { parseArgs } from 'node:util';
import * as faults from './faults.ts';
import { playRound, type Round } from './run.ts';
import { tableOf } from './table.ts';
import { type Backend, openWorld } from './world.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    backend: { type: 'string', default: 'both' },
    kills: { type: 'string', default: '100' },
    settle: { type: 'string', default: '400' },
    articles: { type: 'string', default: '20' },
  },
});
const ALL: Readonly<Record<string, faults.Fault>> = {
  kill: faults.killServices(Number(values.kills), () => 1_500 + Math.random() * 2_500),
  database: faults.restartDatabase,
  redis: faults.emptyRedis,
  volume: faults.fullVolume,
  clock: faults.movedClocks,
  network: faults.badNetwork,
  receivers: faults.badReceivers,
  doubled: faults.doubledJobs,
};
const wanted = positionals.length === 0 ? Object.keys(ALL) : positionals;
const unknown = wanted.filter((name) => ALL[name] === undefined);
if (unknown.length > 0) {
  process.stderr.write(`No fault named ${unknown.join(', ')}; there are: ${Object.keys(ALL).join(', ')}\n`);
  process.exit(2);
}
const backends: readonly Backend[] =
  values.backend === 'both' ? ['postgres', 'redis'] : [values.backend === 'redis' ? 'redis' : 'postgres'];
const rounds: Round[] = [];
for (const backend of backends) rounds.push(...(await playBackend(backend)));
process.stdout.write(`\n${tableOf(rounds)}\n`);
process.exit(rounds.some((round) => round.violations.length > 0) ? 1 : 0);

async function playBackend(backend: Backend): Promise<Round[]> {
  const played: Round[] = [];
  const world = await openWorld({ backend });
  const stop = (): void => void world.close().finally(() => process.exit(130));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    for (const name of wanted) {
      const fault = ALL[name];
      if (fault === undefined || (fault.only !== undefined && fault.only !== backend)) continue;
      const options = { articles: Number(values.articles), settleWithinMs: Number(values.settle) * 1_000 };
      const round = await playRound(world, fault, options);
      played.push(round);
      process.stdout.write(`${JSON.stringify(round)}\n`);
    }
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
    await world.close();
  }
  return played;
}
