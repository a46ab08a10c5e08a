/** A signal that ends with its parent's, after a time, or when told to, and leaves nothing behind once it is cleared. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** True when it was the time that ended it. */
  passed(): boolean;
  abort(reason: unknown): void;
  /** Must be called in the end. */
  clear(): void;
}

/**
 * Like `AbortSignal.any([parent, AbortSignal.timeout(ms)])`, whose parts stay in memory until the time is over and which a
 * parent that lives as long as the process goes on counting.
 */
export function deadline(parent: AbortSignal, ms: number): Deadline {
  const controller = new AbortController();
  let passed = false;
  const follow = (): void => controller.abort(parent.reason);
  const timer = setTimeout(
    () => {
      passed = !controller.signal.aborted;
      controller.abort(new DOMException('The time is over', 'TimeoutError'));
    },
    Math.max(1, Math.ceil(ms)),
  );
  parent.addEventListener('abort', follow, { once: true });
  if (parent.aborted) follow();
  return {
    signal: controller.signal,
    passed: () => passed,
    abort: (reason) => controller.abort(reason),
    clear: () => {
      clearTimeout(timer);
      parent.removeEventListener('abort', follow);
    },
  };
}
