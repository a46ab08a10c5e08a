import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger, Shutdown } from '@lamro/runtime';

export interface Task {
  readonly name: string;
  readonly everyMs: number;
  /** @param ending aborted when the process ends: a run of many steps begins no other */
  run(ending: AbortSignal): Promise<void>;
}

/**
 * Runs each task again and again, `everyMs` after its last end, so that a slow run never overlaps the next. A run that
 * fails is logged and tried again at its next turn; the shutdown waits for runs under way.
 */
export function startTasks(tasks: readonly Task[], logger: Logger, shutdown: Shutdown): void {
  const stop = new AbortController();
  const loops = tasks.map((task) => loop(task, logger, stop.signal));
  shutdown.on('intake', 'clock', () => stop.abort());
  shutdown.on('work', 'clock', async () => {
    await Promise.all(loops);
  });
}

async function loop(task: Task, logger: Logger, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await task.run(signal);
    } catch (error) {
      logger.error({ task: task.name, err: error }, 'task failed');
    }
    await sleep(task.everyMs, undefined, { signal }).catch(() => undefined);
  }
}
