/** Order in which a process ends: nothing new comes in, work under way finishes, connections close, storage stops. */
export const PHASES = ['intake', 'work', 'connections', 'storage'] as const;
export type Phase = (typeof PHASES)[number];

export interface ShutdownReport {
  /** Names of tasks that did not finish in time or failed, with the reason. */
  readonly failed: readonly { name: string; reason: string }[];
}

export interface Shutdown {
  /** Registers a task; tasks of one phase run side by side, phases one after the other. */
  on(phase: Phase, name: string, task: () => Promise<void> | void): void;
  /** Runs every task once. Calling again returns the same run. */
  run(): Promise<ShutdownReport>;
}

/**
 * @param deadlineMs time for all phases together; each phase may use an equal share of what is left, so that a task
 *   that hangs cannot keep later phases (the database!) from their turn
 */
export function createShutdown(deadlineMs: number): Shutdown {
  const tasks = PHASES.map((phase) => ({ phase, entries: [] as { name: string; task: () => Promise<void> | void }[] }));
  let running: Promise<ShutdownReport> | undefined;
  const runAll = async (): Promise<ShutdownReport> => {
    const failed: { name: string; reason: string }[] = [];
    const end = performance.now() + deadlineMs;
    for (const [index, { entries }] of tasks.entries()) {
      const share = Math.max(100, (end - performance.now()) / (tasks.length - index));
      await Promise.all(
        entries.map(async ({ name, task }) => {
          const reason = await outcome(task, share);
          if (reason !== null) failed.push({ name, reason });
        }),
      );
    }
    return { failed };
  };
  return {
    on: (phase, name, task) => tasks.find((group) => group.phase === phase)?.entries.push({ name, task }),
    run: () => {
      running ??= runAll();
      return running;
    },
  };
}

async function outcome(task: () => Promise<void> | void, withinMs: number): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`chưa xong sau ${Math.round(withinMs)} ms`), withinMs);
  });
  try {
    return await Promise.race([
      Promise.resolve()
        .then(task)
        .then(() => null),
      late,
    ]);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    clearTimeout(timer);
  }
}
