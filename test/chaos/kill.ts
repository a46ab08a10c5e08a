import { setTimeout as sleep } from 'node:timers/promises';
import type { Course, Fault } from './fault.ts';
import { SERVICES, type ServiceName } from './order.ts';
import type { World } from './world.ts';

/** How long a service that starts is waited for before it is killed all the same. */
const START_WITHIN_MS = 5_000;
const CALM_WITHIN_MS = 60_000;
const CASES_IN_CALM = 2;
/** This share dies at a random moment of its start instead of its work. */
const WHILE_STARTING = 0.5;

export interface KillOptions {
  readonly timesEach: number;
  /** Milliseconds from the start or from being at work until the next SIGKILL, drawn anew each time. */
  readonly pauseMs: () => number;
  /** After so many kills of each service everything comes up, until some more cases are at their end. */
  readonly calmEvery: number;
}

/** Kills processes at random moments, each service by itself, until each was killed this often. */
export function killServices({ timesEach, pauseMs, calmEvery }: KillOptions): Fault {
  const planned = timesEach * SERVICES.length;
  let done = 0;
  return {
    name: `SIGKILL × ${timesEach} each`,
    share: () => done / planned,
    play: async (world, course) => {
      done = 0;
      let atWork = 0;
      const killed = new Map<ServiceName, number>();
      const fallenBefore = fallen(world);
      const kill = async (service: ServiceName): Promise<void> => {
        if (Math.random() >= WHILE_STARTING) await started(world, service);
        await sleep(pauseMs());
        const found = world.crew.kill(service);
        if (found === null) return kill(service);
        done += 1;
        killed.set(service, (killed.get(service) ?? 0) + 1);
        if (found === 'at work') atWork += 1;
      };
      for (let before = 0; before < timesEach; before += calmEvery) {
        const times = Math.min(calmEvery, timesEach - before);
        await Promise.all(
          SERVICES.map(async (service) => {
            for (let time = 0; time < times; time++) await kill(service);
          }),
        );
        await calm(world, course);
      }
      return {
        ...Object.fromEntries(SERVICES.map((service) => [`kills ${service}`, killed.get(service) ?? 0])),
        'killed at work': atWork,
        'ended by themselves': fallen(world) - fallenBefore,
      };
    },
  };
}

/** Ends of processes that nobody asked for. */
function fallen({ crew }: World): number {
  return [...crew.counts.falls.values()].reduce((sum, count) => sum + count, 0);
}

async function started({ crew }: World, service: ServiceName): Promise<void> {
  for (const until = performance.now() + START_WITHIN_MS; performance.now() < until; await sleep(50))
    if (crew.isAtWork(service)) return;
}

async function calm({ crew }: World, course: Course): Promise<void> {
  await crew.allAtWork();
  const before = course.casesFinished();
  for (const until = performance.now() + CALM_WITHIN_MS; performance.now() < until; await sleep(100))
    if (course.casesFinished() >= before + CASES_IN_CALM) return;
}
