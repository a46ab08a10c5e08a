import { setTimeout as sleep } from 'node:timers/promises';
import { SERVICES } from './order.ts';
import type { Mood } from './receivers.ts';
import { moveClocks } from './time.ts';
import { fillVolumes } from './volume.ts';
import type { World } from './world.ts';

export interface Fault {
  readonly name: string;
  /** Where it can happen; everywhere when absent. */
  readonly only?: 'redis' | 'postgres';
  /** Spoils, and mends again before it returns. @returns what was done, counted */
  play(world: World): Promise<Readonly<Record<string, number>>>;
}

/** Kills processes at random moments until each service was killed this often. */
export function killServices(timesEach: number, pauseMs: () => number): Fault {
  return {
    name: `SIGKILL × ${timesEach} each`,
    play: async (world) => {
      const left = new Map(SERVICES.map((service) => [service, timesEach]));
      await Promise.all(
        SERVICES.map(async (service) => {
          while ((left.get(service) ?? 0) > 0) {
            await sleep(pauseMs());
            if (world.crew.kill(service)) left.set(service, (left.get(service) ?? 1) - 1);
          }
        }),
      );
      const { kills, falls } = world.crew.counts;
      return {
        ...Object.fromEntries(SERVICES.map((service) => [`kills ${service}`, kills.get(service) ?? 0])),
        'ended by themselves': [...falls.values()].reduce((sum, count) => sum + count, 0),
      };
    },
  };
}

export const restartDatabase: Fault = {
  name: 'PostgreSQL stopped, killed, started',
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
  play: async ({ redis }) => {
    for (let round = 0; round < 4; round++) {
      await sleep(3_000);
      await redis?.restartEmpty();
    }
    await sleep(2_000);
    return { 'empty restarts': 4 };
  },
};

export const fullVolume: Fault = { name: 'full volumes', play: fillVolumes };
export const movedClocks: Fault = { name: 'clocks moved', play: moveClocks };

export const badNetwork: Fault = {
  name: 'network slow, silent, cut',
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

export const badReceivers: Fault = {
  name: 'mail and webhook faults under SIGKILL',
  play: async ({ receivers, crew, pool }) => {
    const moods: readonly Mood[] = ['refusing', 'broken', 'slow', 'cutting', 'well'];
    let kills = 0;
    for (const mood of moods) {
      receivers.turn(mood);
      // A sender that is still starting meets no mood at all.
      await crew.allAtWork();
      await sleep(4_000 + Math.random() * 3_000);
      if (crew.kill('dispatcher')) kills += 1;
    }
    const { rows } = await pool().query<{ what: string; times: number }>(
      `select d.channel || ' ' || coalesce(a.status, 'under way') || coalesce(' ' || a.kind, '') as what, count(*)::int as times
       from delivery_attempts a join deliveries d on d.id = a.delivery_id group by 1 order by 1`,
    );
    return { kills, ...Object.fromEntries(rows.map(({ what, times }) => [`attempts: ${what}`, times])) };
  },
};

/** Every job is handled by two processes three times over. */
export const doubledJobs: Fault = {
  name: 'every job handled three times',
  play: async (world) => {
    const workers = ['crawler', 'classifier'] as const;
    for (const service of workers) {
      await world.crew.dismiss(service);
      world.employ(service, { name: `${service}-a`, repeats: 2 });
      world.employ(service, { name: `${service}-b`, repeats: 2 });
    }
    world.employ('dispatcher', { name: 'dispatcher-b' });
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
