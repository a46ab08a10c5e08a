import type { TestContext } from 'vitest';

declare module 'vitest' {
  interface TaskMeta {
    /** What of an attack was tried and held; `pnpm attack` prints it. */
    attack?: { readonly noun: string; readonly tried: number };
  }
}

/** Tells `pnpm attack` how much of an attack was tried. A test that fails tells nothing: its attempts did not hold. */
export function tell(task: TestContext['task'], noun: string, tried: number): void {
  task.meta.attack = { noun, tried };
}
