import { setTimeout as sleep } from 'node:timers/promises';
import { type Fault, lasting } from './fault.ts';
import { moveClocks } from './time.ts';
import { fillVolumes } from './volume.ts';

export const restartDatabase: Fault = {
  name: 'PostgreSQL stopped, killed, started',
  share: lasting(30),
  play: async ({ ledger }) => {
    for (let round = 0; round < 2; round++) {
      await sleep(3_000);
      await ledger.stop();
      await sleep(2_000);
      await ledger.start();
      await sleep(4_000);
      ledger.crash();
      await sleep(1_000);
      await ledger.start();
    }
    await sleep(2_000);
    return { 'ordered stops': 2, crashes: 2 };
  },
};

export const emptyRedis: Fault = {
  name: 'Redis restarted empty',
  only: 'redis',
  share: lasting(15),
  play: async ({ redis }) => {
    for (let round = 0; round < 4; round++) {
      await sleep(3_000);
      await redis?.restartEmpty();
    }
    await sleep(2_000);
    return { 'empty restarts': 4 };
  },
};

export const fullVolume: Fault = { name: 'full volumes', share: lasting(35), play: fillVolumes };
export const movedClocks: Fault = { name: 'clocks moved', share: lasting(50), play: moveClocks };

export const badNetwork: Fault = {
  name: 'network slow, silent, cut',
  share: lasting(40),
  play: async ({ ledger, redis, outlets }) => {
    const lines = [ledger.proxy, ...(redis === null ? [] : [redis.proxy])];
    const before = [...lines, ...outlets].reduce((sum, line) => sum + line.spoilt(), 0);
    for (const weather of ['slow', 'cut', 'silent', 'cut'] as const) {
      for (const line of lines) line.turn(weather);
      await sleep(3_000);
      for (const line of lines) line.turn('fair');
      await sleep(2_000);
    }
    for (const weather of ['slow', 'cut', 'silent'] as const) {
      for (const line of outlets) line.turn(weather);
      await sleep(3_000);
      for (const line of outlets) line.turn('fair');
      await sleep(1_500);
    }
    for (let broken = 0; broken < 10; broken++) {
      await sleep(400);
      for (const line of [...lines, ...outlets]) line.breakAll();
    }
    const after = [...lines, ...outlets].reduce((sum, line) => sum + line.spoilt(), 0);
    return { 'connections broken': after - before };
  },
};

/** Every job is handled by two processes three times over. */
export const doubledJobs: Fault = {
  name: 'every job handled three times',
  share: lasting(30),
  play: async (world) => {
    const workers = ['crawler', 'classifier'] as const;
    for (const service of workers) {
      await world.crew.dismiss(service);
      world.employ(service, { name: `${service}-a`, repeats: 2 });
      world.employ(service, { name: `${service}-b`, repeats: 2 });
    }
    world.employ('dispatcher', { name: 'dispatcher-b' });
    await world.crew.allAtWork();
    await sleep(15_000);
    for (const service of workers) {
      for (const name of ['a', 'b']) await world.crew.dismiss(`${service}-${name}`);
      world.employ(service);
    }
    await world.crew.dismiss('dispatcher-b');
    return { 'handled each': 3 };
  },
};

/** Senders that died hold their letters for five minutes; after that each must be decided. */
const LETTER_LEASE_MS = 5 * 60_000;

/** The end of a run: nothing is spoilt any more, and every letter has found its fate. */
export const nothing: Fault = {
  name: 'afterwards',
  share: () => 1,
  play: async (world) => {
    const sending = async (): Promise<number> => {
      const { rows } = await world
        .pool()
        .query<{ open: number }>(`select count(*)::int as open from deliveries where state = 'sending'`);
      return rows[0]?.open ?? 0;
    };
    const until = performance.now() + LETTER_LEASE_MS + 30_000;
    while (performance.now() < until && (await sending()) > 0) await sleep(2_000);
    return { 'still in the hand of a sender': await sending() };
  },
};
