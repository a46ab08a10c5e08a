import type { World } from './world.ts';

/** How the work goes on while something is spoilt. */
export interface Course {
  /** Cases of this round that are at their end. */
  readonly casesFinished: () => number;
}

export interface Fault {
  readonly name: string;
  /** Where it can happen; everywhere when absent. */
  readonly only?: 'redis' | 'postgres';
  /** From 0 to 1: how much of it is over after so many milliseconds. The press brings out its articles by this. */
  share(elapsedMs: number): number;
  /** Spoils, and mends again before it returns. @returns what was done, counted. @throws Error where it could not be done */
  play(world: World, course: Course): Promise<Readonly<Record<string, number>>>;
}

/** The share of a fault that takes about so many seconds. */
export function lasting(seconds: number): Fault['share'] {
  return (elapsedMs) => elapsedMs / (seconds * 1_000);
}
